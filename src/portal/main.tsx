import "./styles/index.css"

import { createRoot } from "react-dom/client"

import { App } from "./app"
import { tellHeight } from "./lib/embedded"

const root = document.getElementById("portal")
if (root) createRoot(root).render(<App />)
tellHeight()
