import {UserError} from "../../data-loaders/config/problem.ts";

/** There is no browser, or it fails: what needs none can still be made. */
export class BrowserProblem extends UserError {}
