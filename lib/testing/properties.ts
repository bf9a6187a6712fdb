/**
 * Property tests draw the same values in every run, so that a change is what makes a test fail. To look further:
 * `PROPERTY_SEED=random npx vitest run`, or the seed that a failure names.
 */
import fc from 'fast-check';

const asked = process.env.PROPERTY_SEED;
const seed = asked === 'random' ? Date.now() : Number(asked ?? 20_261_123);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
