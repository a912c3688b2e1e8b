/** @param {string} instant */
export const day = (instant) => new Date(instant).toLocaleDateString("en-GB", { dateStyle: "medium" })
