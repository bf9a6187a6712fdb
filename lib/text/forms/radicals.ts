/**
 * Radicals that a PDF has in the place of the characters that they look like: a browser that prints Chinese writes ⻓ and ⽅ for
 * 长 and 方, since its fonts draw both with one shape. Source: Unicode, Equivalent_Unified_Ideograph; those of the Kangxi block
 * have compatibility mappings of their own.
 */
const radicals =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';
const characters =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

const characterOf = new Map([...characters].map((character, at) => [[...radicals][at] ?? '', character]));

/** A text with the characters that its radicals stand for. */
export const withoutRadicals = (text: string): string =>
  text.replaceAll(/[\u2e80-\u2fd5]/g, (radical) => characterOf.get(radical) ?? radical.normalize('NFKC'));
