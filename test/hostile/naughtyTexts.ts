/** Texts that mean something to a browser, a spreadsheet, a terminal, a PDF or a file system, and must mean nothing here. */
export const NAUGHTY: readonly string[] = [
  "<script>window.owned=1</script>",
  '<img src=x onerror="window.owned=1">',
  '"><svg onload=window.owned=1>',
  "</script><script>window.owned=1</script>",
  '=HYPERLINK("https://evil.example","x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "[x](javascript:window.owned=1)",
  "$" + "{window.owned=1}",
  "`$" + "{1}` *a* _b_ ~~c~~ | d | # e",
  "../../../../etc/passwd",
  "]]></text><script>window.owned=1</script>",
  "\u202ertl \u2067\u0661 عملاء",
  "\u001b[31mred\u0007\u0000nul",
  "' onmouseover='window.owned=1",
  "-2+3+cmd",
  "<!-- a --> <style>*{display:none}</style>",
  "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;",
  "(paren) \\(back\\) %PDF endstream endobj",
  '{"a":1} <foreignObject><body onload=window.owned=1>',
  "👩‍👩‍👧‍👦 \u2028separated\u2029"
];

/** A CSV cell of any text. */
export const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
