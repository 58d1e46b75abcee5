import {startTooltips} from "../../../src/client/tooltip.js";
import {startSearch} from "./startSearch.ts";
import {startVersions} from "./startVersions.ts";

startTooltips();
startSearch();
startVersions();
