/**
 * The browser's time zones that a program accepts. "UTC" is added, because browsers leave it out of their list, and so is the zone that is set:
 * browsers know it by one of its names only, `Europe/Kiev` or `Europe/Kyiv`, and it may be the other one.
 */
export const timeZones = (current?: string): string[] => {
  const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"))]
  return current && !zones.includes(current) ? [...zones, current].sort() : zones
}
