/** Whether a text is a decimal from 0 to 100. Comparing as a float is safe here, because the text itself is sent. */
export const isPercent = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100
