export function kernelNames(): string[];
export function compiledText(name: string): Promise<string>;
