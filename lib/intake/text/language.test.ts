import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language';

describe('detectLanguage', () => {
  it.each([
    ['zh-Hans', '为什么中国没有出现ChatGPT？我们的差距在哪里？'],
    ['zh-Hant', '為什麼臺灣沒有出現ChatGPT？我們的差距在哪裡？'],
    ['zh-Hans', 'OpenAI发布GPT-4模型，Sam Altman表示这只是开始'],
    ['ja', '政府は新しい経済対策を発表した。専門家は効果は限られると話す。'],
    ['ko', '정부는 새로운 경제 대책을 발표했다고 밝혔다.'],
    ['en', 'The committee said on Tuesday that it would publish the figures next week.'],
    ['en', 'OpenAI headcount 375'],
    ['en', 'The firm has 375 staff in May, and a budget of US$5 million for 2024.'],
    ['en', 'Staff: 375. Budget: US$5m. Offices: Berlin, Wien, Zug. Owner: Krahl Holding GmbH.'],
    ['en', 'Agenda\nWelcome\nBudget 2024\nStaffing plan\nQ3 revenue targets\nAny other business'],
    ['de', 'Der Minister sagte am Dienstag, die Zahlen seien noch nicht fertig und kommen bald.'],
    ['nl', 'De minister zei dinsdag dat hij de cijfers volgende week wil publiceren, of later.'],
    ['es', 'El ministro dijo el martes que las cifras se publican la semana que viene en su sede.'],
    ['en', 'The Chinese word 围猎 means to hunt in a ring, the editor of the paper explained to readers.'],
    ['fr', 'Le président a déclaré mardi que l’économie française était en très bonne santé cette année.'],
    ['de', 'Der Minister sagte am Dienstag, die Zahlen würden in der nächsten Woche veröffentlicht.'],
    ['ru', 'Правительство объявило во вторник о новых мерах поддержки экономики страны.'],
    ['und', '2023 — 45 %'],
    ['und', ''],
  ])('%s: %s', (expected, text) => {
    expect(detectLanguage(text)).toBe(expected);
  });
});
