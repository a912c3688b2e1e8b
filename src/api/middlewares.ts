import { defineMiddlewares } from "@medusajs/framework/http"

import { captureMiddlewares } from "./capture-middlewares"

export default defineMiddlewares({ routes: [...captureMiddlewares] })
