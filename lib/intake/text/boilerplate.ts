/**
 * Finds blocks that came with an article and are not part of it: bylines of other articles, share bars, navigation,
 * legal lines, lists of related articles, promotion.
 *
 * A block is judged as a whole line; a sentence of the article that merely mentions such things is never marked. Weaker
 * signs count only at the edges, before the first or after the last block of the article. Nothing is removed.
 */
import type { BoilerplateReason, DraftParagraph } from '#lib/domain/articles/article';
import { endsSentence, hasHan } from './line';
import { isHeadlineLike } from './plain';

/** Maximum length of page furniture seen so far (UTF-16 units); longer blocks are not checked. */
const longestFurniture = 240;

const quotationMark = /[“”"「」『』]/;
const chineseEnd = /[。；]/;

/** Marks boilerplate with its reason and leaves all other blocks as they are. Marking twice changes nothing. */
export function markBoilerplate(paragraphs: DraftParagraph[]): DraftParagraph[] {
  const reasons = paragraphs.map((paragraph) =>
    paragraph.kind === 'boilerplate' ? (paragraph.reason ?? 'related') : reasonAnywhere(paragraph.text),
  );
  markRelatedLists(paragraphs, reasons);
  markEdges(paragraphs, reasons);
  return paragraphs.map((paragraph, index) => {
    const reason = reasons[index];
    return reason ? { ...paragraph, kind: 'boilerplate', reason } : paragraph;
  });
}

/** True where a line would be marked wherever it stood. */
export function isLineOfFurniture(text: string): boolean {
  return reasonAnywhere(text) !== null;
}

function reasonAnywhere(text: string): BoilerplateReason | null {
  const line = text.trim();
  if (line.length <= longestFiled && (filedUnder.test(line) || serverWarning.test(line))) return 'navigation';
  if (line === '' || line.length > longestFurniture) return null;
  if (isSourceTime(line)) return 'source-time';
  if (isShareBar(line)) return 'share-bar';
  if (isNavigation(line)) return 'navigation';
  if (isLegal(line)) return 'legal';
  if (isRelatedMarker(line) || isRelatedLink(line)) return 'related';
  return isPromotion(line) ? 'promotion' : null;
}

/** Reasons that count only before the article begins or after it has ended. */
function reasonAtEdge(text: string, isTail: boolean): BoilerplateReason | null {
  const line = text.trim();
  if (line === '' || line.length > longestFurniture) return null;
  if (isSourceDate(line)) return 'source-time';
  if (isTail && isTailNotice(line)) return 'legal';
  return null;
}

function markEdges(paragraphs: readonly DraftParagraph[], reasons: (BoilerplateReason | null)[]): void {
  for (let index = 0; index < paragraphs.length; index += 1) {
    reasons[index] ??= reasonAtEdge(paragraphs[index]?.text ?? '', false);
    if (!reasons[index]) break;
  }
  for (let index = paragraphs.length - 1; index >= 0; index -= 1) {
    reasons[index] ??= reasonAtEdge(paragraphs[index]?.text ?? '', true);
    if (!reasons[index]) break;
  }
}

/** After a marker such as 相关阅读, a list of headlines is related reading where it runs to the end of the text. */
function markRelatedLists(paragraphs: readonly DraftParagraph[], reasons: (BoilerplateReason | null)[]): void {
  let index = paragraphs.length - 1;
  while (index >= 0 && (reasons[index] || isRelatedHeadline(paragraphs[index]?.text ?? ''))) index -= 1;
  const marker = paragraphs.findIndex(
    (paragraph, place) => place > index && reasons[place] === 'related' && isRelatedMarker(paragraph.text.trim()),
  );
  if (marker < 0) return;
  for (let place = marker; place < paragraphs.length; place += 1) reasons[place] ??= 'related';
}

const clockTime = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const calendarDate = String.raw`(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},? \d{4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{4}|\d{1,2}月\d{1,2}日)`;
const elapsed = String.raw`(?:(?:an?|\d{1,3})\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|h|m|d)\.? ago|\d{1,3}\s?(?:秒|秒钟|分钟|分鐘|小时|小時|天|周|週|个月|個月)前|刚刚|昨天\s?${clockTime})`;
const separator = String.raw`\s*[|·•｜,，–—-]?\s*`;
const timeAtEnd = new RegExp(`(?:${calendarDate}[\\sT,，]{1,3}(?:at )?${clockTime}|${elapsed})$`);
const dateAtEnd = new RegExp(`${calendarDate}$`);
const separatorAtEnd = new RegExp(`${separator}$`);
/** A newsroom's name is short; the longest common ones have five words or twelve Chinese characters. */
const longestSourceName = 40;
const mostSourceWords = 5;
/** Words that make the line a statement about a time, not a byline. */
const notAName =
  /截至|截止|时间|時間|开始|開始|结束|結束|发生|發生|更新于|宣布|表示|[于於至自从從在的了是他她它我们們日月年]$|^(?:他|她|它|我|你|在|从|從|自|至|于|於|约|約|第)/;
const notAnEnglishName =
  /^(?:He|She|It|They|We|I|You|At|On|In|By|From|Since|Until|Before|After|Born|Died|As|The time|Date)\b/;

function isSourceTime(line: string): boolean {
  const match = timeAtEnd.exec(line.slice(-60));
  if (!match) return false;
  const name = line.slice(0, line.length - match[0].length);
  return isSourceName(name, hasHan(name) && /前$|刚刚$/.test(line));
}

function isSourceDate(line: string): boolean {
  const match = dateAtEnd.exec(line.slice(-40));
  return match !== null && isSourceName(line.slice(0, line.length - match[0].length), true);
}

/** `text` is what stands before a time: a name and its separator, or nothing. */
function isSourceName(text: string, needsSeparator: boolean): boolean {
  if (text.length > longestSourceName) return false;
  const name = text.slice(0, separatorAtEnd.exec(text)?.index ?? text.length);
  if (name === '') return true;
  if (text.length === name.length && (needsSeparator || !hasHan(name))) return false;
  if (/[，。！？；：、,!?;:“”"（(《]/.test(name) || notAName.test(name) || notAnEnglishName.test(name)) return false;
  if (hasHan(name)) return name.length <= 14 && name.split(/\s+/).length <= 3;
  const words = name.split(/\s+/);
  return (
    words.length <= mostSourceWords &&
    words.every((word) => /^[\p{Lu}\d&.]/u.test(word) || /^(?:of|and|the|la|le|de)$/.test(word))
  );
}

const shareActions = (
  '分享到|分享至|分享给好友|分享|转发|轉發|点赞|點讚|收藏|复制链接|複製連結|在看|赞|踩|举报|一键三连|' +
  'share on|share via|share to|share this article|share this story|share this|share|tweet|retweet|' +
  'pin it|copy link|like|bookmark|save|post|repost|follow'
).split('|');
const shareTargets = (
  '微信好友|微信朋友圈|微信|朋友圈|新浪微博|腾讯微博|微博|qq空间|qq好友|qq|空间|豆瓣|知乎|钉钉|评论|' +
  '評論|留言|打印|阅读|閱讀|浏览|推荐|邮件|facebook|twitter|linkedin|whatsapp|telegram|reddit|' +
  'pinterest|weibo|wechat|line|email|e-mail|print|messenger|flipboard|bluesky|threads|x|comments|' +
  'comment'
).split('|');
const sharePhrases = [...shareActions, ...shareTargets].sort((left, right) => right.length - left.length);
const shareActionSet = new Set(shareActions);
const longestShareBar = 120;

/** Whether a line consists only of sharing words and counts, at least two of them and one a call to act. */
function isShareBar(line: string): boolean {
  if (line.length > longestShareBar) return false;
  const text = line.toLowerCase();
  let index = 0;
  let phrases = 0;
  let actions = 0;
  while (index < text.length) {
    if (/[\s\d|/·•:：()（）+]/.test(text.charAt(index))) {
      index += 1;
      continue;
    }
    const phrase = sharePhrases.find((candidate) => text.startsWith(candidate, index));
    if (phrase === undefined) return false;
    const before = text.charAt(index - 1);
    const after = text.charAt(index + phrase.length);
    if (/^[a-z]/.test(phrase) && /[a-z]/.test(before)) return false;
    if (/[a-z]$/.test(phrase) && /[a-z]/.test(after)) return false;
    phrases += 1;
    if (shareActionSet.has(phrase)) actions += 1;
    index += phrase.length;
  }
  return phrases >= 2 && actions >= 1;
}

const navigationLines = new Set(
  (
    'skip to content|skip to main content|skip to navigation|skip navigation|jump to content|back to top|' +
    'toggle navigation|main menu|menu|sign in|log in|search|previous article|next article|previous post|' +
    'next post|view comments|load more|返回顶部|返回頂部|回到顶部|返回首页|返回首頁|返回列表|上一篇|' +
    '下一篇|上一页|下一页|网站地图|网站导航|跳至内容|跳到主要内容|加载更多|查看更多|展开全文|阅读全文|' +
    '阅读原文|查看原文'
  ).split('|'),
);
const homeWords = new Set([
  '首页',
  '首頁',
  '主页',
  '主頁',
  'home',
  'homepage',
  '网易首页',
  '新闻首页',
  '新浪首页',
  '搜狐首页',
]);
const hereWords =
  /^(?:您?(?:的)?(?:当前|現在|当前所在|所在)?位置|当前位置|您现在的位置|You are here)(?:是)?\s*[:：]\s*/i;

function isNavigation(line: string): boolean {
  if (navigationLines.has(line.toLowerCase())) return true;
  if (/^(?:上一篇|下一篇)[：:]/.test(line) && line.length <= 80 && !chineseEnd.test(line)) return true;
  const path = line.replace(hereWords, '');
  const parts = path.split(/\s*(?:>{1,2}|›|»|→|\s\/\s|\s\|\s|＞)\s*/);
  if (parts.length < 2 || parts.some((part) => part === '' || part.length > 40 || endsSentence(part))) return false;
  const isFromHome = homeWords.has((parts[0] ?? '').toLowerCase());
  return (
    path.length < line.length || isFromHome || (parts.at(-1) === '正文' && parts.every((part) => part.length <= 12))
  );
}

const copyrightStart =
  /^(?:©|版[权權]所有(?=[\s©©:：，,。.!！|｜]|$|未|不得|翻)|copyright\s*(?:©|\(c\)|\d{4})|\(c\)\s*\d{4}|all rights reserved)/i;
const rightsEnd = /(?:all rights reserved|版[权權]所有)\s*[.。！!]?$/i;
const permissionRule =
  /^(?:[^。“”"]{0,24}[，,：:。！!\s])?(?:未经|未經|如需|未获|未獲|严禁|嚴禁|谢绝|謝絕)[^。“”"]{0,24}(?:不得|禁止|严禁|嚴禁|请勿|請勿|谢绝|謝絕|转载|轉載)[^。“”"]{0,12}(?:转载|轉載|复制|複製|摘编|使用|注明|联系|聯繫|授权|授權)(?:[。！!.]|(?:、|，|,)?(?:或|及|和|违者|違者|复制|摘编|镜像|否则|请|来源|出处|本)[^。]{0,40}[。！!.]?)?$/;
const responsibleEditor =
  /^[（([【]?(?:责任编辑|責任編輯|责编|責編|责任校对|值班编辑|值班编委|本文编辑)\s*[：:｜|/／]?\s*[^，。！？“”]{0,30}[)）\]】]?$/;
const tailCredit =
  /^[（([【]?(?:编辑|編輯|校对|校對|审核|審核|监制|監製|排版|美编|终审|Editing by|Edited by)\s*[：:｜|/／]?\s*[^，。！？“”]{1,40}[)）\]】]?\.?$/i;
const tailNotice = /^(?:免责声明|免責聲明|版权声明|版權聲明|特别声明|特別聲明|disclaimer)(?:$|\s*[：:])/i;

function isLegal(line: string): boolean {
  if (copyrightStart.test(line)) return true;
  if (quotationMark.test(line)) return false;
  if (rightsEnd.test(line)) return line.length <= 40 || /©|\(c\)|copyright|\d{4}/i.test(line);
  return permissionRule.test(line) || responsibleEditor.test(line);
}

function isTailNotice(line: string): boolean {
  return tailNotice.test(line) || tailCredit.test(line);
}

const relatedWords =
  '相关阅读|相关新闻|相关文章|相关推荐|相关报道|相關閱讀|相關新聞|相關文章|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|更多阅读|更多新闻|热门文章|热门推荐|热点推荐|精彩推荐|为您推荐|为你推荐|猜你喜欢|往期回顾|往期推荐|' +
  'related articles?|related stories|related coverage|related content|related posts?|related news|related reading|related|read more|read next|read also|more stories|more news|more on this story|you may also like|you might also like|recommended for you|recommended reading|recommended stories|most read|most popular|trending now|what to read next|up next|further reading|explore further|see also|also read|' +
  'mehr zum thema|weitere artikel|weitere meldungen|weitere pressemitteilungen[^.]{0,24}|lesen sie auch|lesen sie mehr|lies auch|auch interessant|das könnte (?:sie|dich) auch interessieren|' +
  '(?:à )?lire aussi|à lire|sur le même sujet|articles liés|lee también|leer también|te puede interesar|noticias relacionadas|leia também|leia mais|saiba mais|leggi anche|potrebbe interessarti|' +
  'lees ook|læs også|läs också|czytaj (?:też|także|również)|zobacz (?:też|także)|читайте также|関連記事|あわせて読みたい|관련기사';
const relatedMarker = new RegExp(
  `^[【\\[■●▶>*#\\s]{0,4}(?:${relatedWords})(?: (?:auf|bei|on|sur|en) [\\p{L}\\p{N}.]{2,20})?[】\\]\\s:：>»…→]{0,6}$`,
  'iu',
);
const relatedInline = new RegExp(`^[【\\[■●▶]?(?:${relatedWords})[】\\]]?\\s?(?:[:：|｜]|>>?)\\s?\\S`, 'i');

/** Whether a line is only a heading over other articles: 相关阅读, "Read more". */
export function isRelatedMarker(line: string): boolean {
  return line.length <= 40 && relatedMarker.test(line);
}

function isRelatedLink(line: string): boolean {
  return line.length <= 140 && relatedInline.test(line) && !/[。；.;]$/.test(line);
}

function isRelatedHeadline(text: string): boolean {
  const line = text.trim();
  if (line.length > 120 || /[。；.;…]["”’」』]?$/.test(line)) return false;
  const withoutMark = line.replace(/[？?！!]$/, '');
  return isHeadlineLike(withoutMark) || (!hasHan(line) && line.length <= 120);
}

const chinesePromotion =
  /^(?:▼|↓|👇|\s){0,4}(?:[请請]?(?:扫码|掃碼|扫一扫|扫描(?:下方|上方|下图|上图)?(?:的)?二维码|长按(?:识别|扫描|下方|上方|图片)?(?:的)?二维码|识别(?:下方|上方|图中)?二维码)[，,\s]{0,2}(?:[^。“”]{0,10})?(?:关注|關注|下载|加入|添加|进群|订阅|领取|阅读|查看|了解)|(?:长按|扫描|识别)[^。“”]{0,6}二维码$|(?:点击|點擊)(?:此处|这里|下方|上方|链接|按钮)?(?:下载|下載|关注|订阅|安装)[^。“”]{0,14}|(?:下载|打开|下載)[^。“”，]{0,10}(?:APP|客户端|客戶端)(?:[，,][^。“”]{0,16})?[！!]?$|欢迎(?:关注|订阅|扫码|下载)|歡迎(?:關注|訂閱)|关注(?:我们|本公众号|公众号|微信公众号|官方微信)|更多精彩(?:内容|资讯|文章)?[，,]?(?:请|敬请|尽在|关注|扫码))/i;
const englishPromotion =
  /^(?:(?:subscribe (?:to|now|today)|sign up (?:for|to|now|today)|get|join)\b[^.!?]{0,30}\b(?:newsletters?|mailing list|inbox|email alerts?|daily briefing|unlimited access)\b[^.!?]{0,60}|(?:subscribe|sign up|register) (?:now|today|here)|download (?:our|the)\b[^.!?,]{0,24}\bapp\b[^.!?,]{0,40}|follow us on [^.!?]{2,40}|like us on facebook|click here to (?:subscribe|download|sign up)[^.!?]{0,40}|support (?:our|independent) journalism)[.!]?$/i;
const promotionLines =
  /^[-–*\s]{0,3}(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|story continues below(?: advertisement)?|article continues below(?: advertisement)?|anzeige|werbung|publicité|publicidad(?:e)?|pubblicità|advertentie|reklama|реклама|广告|廣告|推广|赞助商链接)[-–*\s]{0,3}$/i;
/** Calls to act are short; a longer sentence with one is a report about it. */
const longestChinesePromotion = 48;

/** What publishers must say of links they are paid for. */
const paidLinks =
  /\baffiliate[- ]?(?:links?|programm?e?|partner)\b|\b(?:may|might|will) (?:earn|receive) (?:a |an )?(?:small |affiliate )?commission\b|\b(?:erhält|erhalten|bekommen) (?:wir|[A-Z]\w+)\b.{0,60}\b(?:provision|vergütung)\b|^geld erhalten wir\b|^\*?\s?(?:dieser|der|unser) (?:beitrag|artikel|text) enthält (?:unbezahlte |bezahlte )?werbung\b|^\*?werbung\. dieser beitrag\b|^\*?(?:bei den (?:verlinkungen|links)|mit \* (?:markierte|gekennzeichnete)|die mit) .{0,60}(?:affiliate|partner|provision|werbe)|^(?:für|über) links auf dieser seite\b|liens? d['’]affiliation|enlaces? de afiliad/i;
const germanPromotion =
  /^(?:jetzt|bitte|melden sie sich)[^.!?]{0,40}\b(?:registrieren|anmelden|abonnieren|newsletter|einloggen)\b[^.!?]{0,80}[.!]?$/i;
/** What readers are asked for at the end: to take a newspaper, a letter or its program. */
const englishOffer =
  /^(?:subscribe (?:now )?to (?:our|the)\b[^.!?]{0,60}|never miss (?:the latest|a|out)\b[^.!?]{0,60}\b(?:sign(?:ing)? up|newsletters?|subscrib\w+)\b[^.!?]{0,60}|for (?:the latest|more|all the)\b[^.!?]{0,60}\b(?:download|subscribe|sign up|follow)\b[^.!?]{0,80}|(?:get|receive) the latest\b[^.!?]{0,60}\b(?:app|inbox|newsletter|phone)\b[^.!?]{0,60})[.!]?$/i;
/** What a weblog's program writes below each post. */
const filedUnder =
  /^(?:(?:dieser|der) (?:beitrag|eintrag|artikel) wurde\b.{0,160}\b(?:veröffentlicht|abgelegt|verschlagwortet|geschrieben)\b|this (?:entry|post) was posted (?:on|in|by)\b|(?:cette entrée a été|ce contenu a été) publiée?\b|esta entrada fue publicada\b|questo articolo è stato pubblicato\b|(?:posted|filed) (?:in|under)[: ])/i;
/** What a server's program reports of itself. */
const serverWarning = /^(?:warning|notice|deprecated|(?:fatal|parse) error): .{0,120}\b(?:in \/|on line \d)/i;
/** Lines of that kind are longer than other furniture, and still of one paragraph (UTF-16 units). */
const longestFiled = 400;

/** What a wall says in place of the rest of an article. */
const wall =
  /^(?:this (?:article|story|content|page) is (?:only )?(?:for|available (?:only )?to|reserved for|exclusive to) (?:our )?(?:paying |paid |registered )?(?:subscribers|members)(?: only)?|(?:please )?(?:subscribe|sign in|log in|register) to (?:continue|keep|read) (?:reading|on|(?:the )?(?:full|rest of (?:the|this)) (?:article|story))|already (?:a |an )?(?:subscriber|member|subscribed)\? ?(?:sign|log) in(?: here)?|(?:本文|本内容|以下内容)(?:为|是|仅限)[^。，]{0,8}(?:付费|会员|訂閱|订阅)[^。]{0,24}|(?:剩余|还有|余下)[^。，]{0,12}(?:内容|字|部分)[^。]{0,6}(?:订阅|付费|购买|开通|会员)[^。]{0,10}(?:查看|阅读|可见|解锁))[.。!！]?$/i;

function isPromotion(line: string): boolean {
  if (promotionLines.test(line) || wall.test(line)) return true;
  if (quotationMark.test(line)) return false;
  if (englishPromotion.test(line) || englishOffer.test(line) || germanPromotion.test(line) || paidLinks.test(line))
    return true;
  return line.length <= longestChinesePromotion && !chineseEnd.test(line) && chinesePromotion.test(line);
}
