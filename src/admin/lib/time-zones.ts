/** The time zones of the browser that a program takes. "UTC" is added because browsers leave it out of the list. */
export const timeZones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))]
