export function kernelBytesText(): Promise<string>;
