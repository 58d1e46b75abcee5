import {createHash} from "node:crypto";

/**
 * The Content-Security-Policy of a page: its own files, and the inline scripts and styles it was published
 * with, by hash. A page with code cells also lets charts drawn in the browser add their styles.
 */
export function securityPolicy(html: string, hasCode: boolean): string {
  const scripts = contents(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g).map(hashSource);
  const styles = contents(html, /<style[^>]*>([\s\S]*?)<\/style>/g).map(hashSource);
  const attributes = contents(html, /\sstyle="([^"]*)"/g).map((text) => hashSource(decoded(text)));
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    `style-src ${hasCode ? "'self' 'unsafe-inline'" : ["'self'", ...styles].join(" ")}`,
    ...(hasCode || attributes.length === 0 ? [] : [`style-src-attr 'unsafe-hashes' ${attributes.join(" ")}`]),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
}

/** What the pattern's group matches, each text once, sorted. */
function contents(html: string, pattern: RegExp): string[] {
  return [...new Set([...html.matchAll(pattern)].map(([, content = ""]) => content))].sort();
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** An attribute's value as the browser hashes it. */
function decoded(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&amp;", "&");
}
