/** Tells the launcher's terminal what is going on; the full log is in `.demo/seed.log`. */
export const progress = (text: string): void => void process.send?.(text)
