/** The sheet Åkøbing and Birkelunden are drawn on: its origin is the middle of the estate, and it lies slightly askew, as the fields did before the houses. */
import { frame } from '../drawing/frame.mjs';

export const sheet = frame(9.285, 56.748, 5);
