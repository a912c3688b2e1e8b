/** The browser's time zones that a program accepts. "UTC" is added, because browsers leave it out of their list. */
export const timeZones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))]
