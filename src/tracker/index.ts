import { start } from "./tracker"

/** The route that serves the script writes the link parameters of the running programs here. */
const PARAMETERS = "@PARAMETERS@"

start(window, PARAMETERS.split(",").filter(Boolean))
