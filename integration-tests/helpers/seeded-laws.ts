import fc from "fast-check"

import { LAW_SEED } from "./law-seed"

fc.configureGlobal({ seed: LAW_SEED })
