export * as acts from './acts.js';
export { cast } from './cast.js';
export { chip } from './chips.js';
export { demoCases, playDemo, type Played, type Progress } from './demo.js';
export type { CaseRun, DemoCase } from './scene.js';
export { Stage, type Fetch, type SignIn } from './stage.js';
