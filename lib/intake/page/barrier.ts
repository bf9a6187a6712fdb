/**
 * Tells pages that stand where an article should be: a test for people, a refusal, a wall of consent, a page that says
 * its article is gone, or one that is empty without scripts.
 *
 * Such a page says little else. One whose text goes on is an article, even if it is about such pages; so is one that
 * mentions their words within a sentence.
 */
import { endsSentence, lineWidth } from '#lib/intake/text/line';
import { isElement, nameOf, oneLine } from './tree';

export type Barrier = 'page-verification' | 'page-denied' | 'page-gone' | 'page-consent' | 'page-needs-script';

/** Lines are looked at up to this length, and so many of them (UTF-16 units). */
const longestLine = 300;
const mostLines = 400;
/** Prose besides what a barrier says of itself, in columns: beyond it, the page is an article. */
const mostProse = 180;
/** The same where the page's own title is that of a barrier. */
const mostTitledProse = 800;
/** A line of prose, in columns: longer, or a finished sentence of some length. */
const proseWidth = 90;
const sentenceWidth = 30;

/** Whole titles, up to a site's name behind them. */
const titles: [Barrier, RegExp][] = [
  [
    'page-verification',
    /^(?:just a moment|attention required|robot check|are you a robot|pardon our interruption|security check(?:point)?|human verification(?: required)?|verify(?:ing)? (?:you are|that you are) (?:a )?human|one more step|please wait|bot verification|captcha|百度安全验证|安全验证|安全驗證|人机验证|访问验证|验证码|滑动验证(?:页面)?|环境异常)$/i,
  ],
  [
    'page-denied',
    /^(?:access(?: to this page)?(?: has been)? denied|(?:error )?403(?: error)?(?: ?[-–:]? ?(?:forbidden|access denied))?|forbidden|request rejected|blocked|you have been blocked|zugriff verweigert|accès refusé|acceso denegado|访问被拒绝|拒绝访问|禁止访问|无权访问)$/i,
  ],
  [
    'page-gone',
    /^(?:(?:error )?404(?: error)?(?: ?[-–:]? ?(?:(?:page |file )?not found|error))?|(?:error ?[:–-] ?)?page (?:not found|does not exist|unavailable|no longer (?:exists|available))|not found|(?:error )?410(?: error)?(?: ?[-–:]? ?gone)?|gone|oops[.!]*|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|pagina niet gevonden|ページが見つかりません.{0,4}|(?:404\s?)?(?:页面|頁面|网页|網頁|内容|文章|稿件)(?:不存在|未找到|找不到了?|已删除|已刪除|已失效|已撤回|走丢了)|该内容已被发布者删除|此内容因违规无法查看)$/i,
  ],
  [
    'page-consent',
    /^(?:before you continue(?: to \w+)?|cookie (?:consent|settings|wall)|privacy settings|your privacy choices)$/i,
  ],
];

/** Beginnings of what such a page tells its reader. */
const lines: [Barrier, RegExp][] = [
  [
    'page-verification',
    /^(?:please )?(?:verify|confirm|prove|checking if|let us know)(?:ing)?(?: that)? (?:you(?:['’]re| are)|the site connection|you['’]re not|your browser)\b|^(?:checking|please wait while we (?:check|verify)) your browser|^[\w.-]+ (?:needs to review|is checking) (?:the security of )?your (?:connection|browser)|^enable javascript and cookies to continue|^(?:please )?(?:complete|solve) the (?:security check|captcha|challenge|puzzle)|^(?:press (?:&|and) hold|enter the characters you see|type the characters|to continue, please (?:click|confirm|verify))|^(?:our systems have|we(?:['’]ve| have)) detected unusual (?:traffic|activity)|^(?:to discuss automated access|ddos protection by|performance (?:&|and) security by cloudflare)|^we (?:need|want|have) to (?:make sure|be sure|check|verify|confirm)(?: that)? you(?:['’]re| are) (?:not a (?:ro)?bot|(?:a )?human)|^(?:i['’]m|i am) not a robot|^(?:当前|您的|你的)?(?:网络|访问)?环境(?:存在)?异常|^(?:请|請)?(?:先)?(?:完成|进行|通过|拖动|点击|按住|滑动)[^。，]{0,12}(?:验证|驗證|滑块)|^(?:完成验证后|请输入(?:图中|下方|正确)?(?:的)?验证码|系统检测到(?:您|你)|(?:您|你)的?(?:访问|操作|请求)(?:过于频繁|出现异常|存在异常)|访问过于频繁|为了?(?:保护)?(?:您|你)的?(?:账号|帐号|访问)?安全)/i,
  ],
  [
    'page-denied',
    /^(?:access (?:to this page has been )?denied|you (?:don['’]t|do not) have (?:permission|access) to (?:access|view)|(?:sorry,? )?you have been blocked|the requested url was rejected|request unsuccessful\. incapsula|your (?:ip|access|request|ip address) (?:has been|is|was) (?:blocked|denied|banned)|this (?:content|page|site|website|video|article) is (?:not|un)\s?available in your (?:country|region|location)|(?:error )?403 forbidden|(?:抱歉，?)?(?:您|你)(?:没有|无|沒有)权限|(?:您|你)的(?:ip|访问)(?:地址)?已?被(?:拒绝|禁止|封禁|限制)|访问被拒绝)/i,
  ],
  [
    'page-gone',
    /^(?:(?:sorry|oops|we['’]re sorry|whoops|hmm|uh oh)[,.!]*\s*)?(?:(?:this|that|the) (?:requested )?(?:page|content|article|post|story|account|link|document|video|item|resource)(?: (?:you['’]re|you are|you were) (?:looking for|requested|trying to reach)| you (?:requested|followed))?(?: (?:can['’]t|can ?not|could not|couldn['’]t) be found| (?:has been|was) (?:deleted|removed|taken down|moved)| (?:is|are) (?:no longer|not|un)\s?available| (?:no longer|does not|doesn['’]t) exists?| isn['’]t available| may have been (?:moved|removed|deleted))|we (?:can['’]t|can ?not|could not|couldn['’]t) (?:find|locate) (?:that|the|this) (?:page|article|content)|nothing (?:was )?found (?:here|at this)|404 not found|page not found)|^(?:die|diese) (?:von ihnen )?(?:angeforderte|aufgerufene|gesuchte|gewünschte)? ?seite (?:existiert nicht|wurde nicht gefunden|ist nicht (?:mehr )?verfügbar|konnte nicht)|^(?:cette|la) page (?:demandée |que vous (?:cherchez|recherchez) )?(?:n['’]existe (?:pas|plus)|est introuvable)|^(?:抱歉|对不起|很抱歉|啊哦|哎呀)?[，,！!\s]*(?:(?:该|此|本|您(?:所)?(?:访问|查看|请求|浏览)的|你(?:所)?(?:访问|查看|请求|浏览)的)(?:内容|文章|稿件|页面|頁面|网页|帖子|微博|公众号|帐号|账号|视频|链接|回答|问题)[^。，！]{0,6}?(?:已?被?[^。，！]{0,6}(?:删除|刪除|屏蔽|封禁|下架|移除|撤回|撤稿)|因[^。，！]{0,12}(?:无法查看|不可见|被屏蔽|屏蔽)|被投诉|不存在|找不到了?|走丢了|已失效|已过期|未找到|无法访问|暂时无法查看)|(?:页面|内容|文章)(?:不存在|找不到了|已删除|已被删除))/i,
  ],
  [
    'page-consent',
    /^(?:before you continue(?: to \w+)?|we (?:value|care about|respect) your privacy|we(?:,)? and our (?:\d+ )?(?:partners|vendors)|wir (?:und|verwenden|nutzen|benötigen) (?:unsere|cookies|ihre (?:einwilligung|zustimmung))|(?:we|this (?:site|website)) uses? cookies|nous (?:et nos|utilisons)[^.]{0,30}(?:cookies|partenaires)|mit werbung (?:und (?:tracking|cookies) )?(?:weiterlesen|kostenlos)|to continue,? (?:please )?(?:accept|agree)|(?:本网站|本站|我们)使用\s?cookie)/i,
  ],
  [
    'page-needs-script',
    /^(?:please )?(?:you need to )?(?:enable|turn on|activate) javascript|^(?:we(?:['’]re| are) sorry but )?[\w .-]{0,40}(?:requires|doesn['’]t work (?:properly )?without) javascript|^javascript (?:is|must be|has been) (?:disabled|required|enabled|turned off)|^(?:please enable|your browser (?:does not support|has disabled)) (?:cookies|javascript)|^(?:请|請)?(?:您)?(?:启用|开启|打开|啟用)(?:浏览器的?)?\s?(?:javascript|js)|^(?:您|你)的浏览器(?:不支持|未启用|禁用了?)\s?(?:javascript|js)/i,
  ],
];

/**
 * What kind of barrier a page is; null for a page with an article. `article` are the lines that were read as one.
 */
export function findBarrier(document: Document, article: readonly string[]): Barrier | null {
  const prose = article.filter((line) => isProse(line) && barrierOf(lines, line) === null);
  const width = prose.reduce((sum, line) => sum + lineWidth(line.slice(0, mostTitledProse)), 0);
  if (width > mostTitledProse) return null;
  const titled = titlesOf(document)
    .map((title) => barrierOf(titles, title))
    .find((barrier) => barrier !== null);
  if (titled !== undefined) return titled;
  if (width > mostProse) return null;
  // Beside an article, however short, stand banners and what is shown to browsers without scripts.
  const told = prose.length > 0 ? article : [...article, ...shownLines(document)];
  return told.map((line) => barrierOf(lines, line) ?? barrierOf(titles, line)).find((one) => one !== null) ?? null;
}

function isProse(line: string): boolean {
  const width = lineWidth(line.slice(0, longestLine));
  return width >= proseWidth || (width >= sentenceWidth && endsSentence(line));
}

function barrierOf(patterns: readonly [Barrier, RegExp][], line: string): Barrier | null {
  const text = line.slice(0, longestLine);
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** The window's title and first headings, each whole and without a site's name behind it. */
function titlesOf(document: Document): string[] {
  const headings = [...document.querySelectorAll('h1')].slice(0, 3).map((heading) => heading.textContent ?? '');
  return [document.title ?? '', ...headings].flatMap((text) => {
    const line = oneLine(text.slice(0, longestLine));
    const [first = ''] = line.split(/\s*[|｜_]\s*|\s+[-–—·•»]\s+/);
    return [line, first].map((one) => one.replace(/[\s.…!！。?？]+$/, ''));
  });
}

const unread = new Set(['script', 'style', 'template', 'svg', 'iframe', 'nav', 'footer']);

/** The first runs of text on a page, also of what stands there for browsers without scripts. */
function shownLines(document: Document): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    for (const child of node.childNodes) {
      if (found.length >= mostLines) return;
      if (child.nodeType === 3) {
        const line = oneLine((child.nodeValue ?? '').slice(0, longestLine * 2));
        if (line.length > 1) found.push(line);
      } else if (isElement(child) && !unread.has(nameOf(child))) visit(child);
    }
  };
  if (document.body) visit(document.body);
  return found;
}
