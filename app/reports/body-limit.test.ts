import { expect, test } from 'vitest';
import config from '../../next.config.js';

test('what strangers send to a published report is not kept in memory beyond the body of an act', () => {
  expect(config.experimental?.proxyClientMaxBodySize).toBe('16kb');
});
