/** Whether a text is a decimal from 0 to 100. The comparison may use a float, because the text itself is what is sent. */
export const isPercent = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 100
