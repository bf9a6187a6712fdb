import { chromium } from './chromium';
import type { Engine } from './driver';
import { firefox } from './firefox';
import { webkit } from './webkit';

export const engines: Engine[] = [chromium, firefox, webkit];
