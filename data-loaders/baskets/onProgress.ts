/** Called as rows come in: what is read, how much of how much (bytes, or steps). */
export type OnProgress = (step: string, done: number, total: number) => void;
