export { chip } from './chips.js';
export { demoCases, playDemo, type Played, type Progress } from './demo.js';
export { Stage, type Fetch, type SignIn } from './stage.js';
