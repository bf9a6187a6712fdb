import { describe, expect, it } from 'vitest';
import { draftFromPage, readSourcePage } from '#lib/intake/page';

const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const menu = '<nav><a href="/">Home</a><a href="/news">News</a></nav>';

describe('a page that stands where an article should be', () => {
  it.each<[string, string, string]>([
    ['page-verification', 'Just a moment...', '<noscript><p>Enable JavaScript and cookies to continue</p></noscript>'],
    [
      'page-verification',
      'harbour.example',
      '<h1>harbour.example</h1><h2>Verifying you are human. This may take a few seconds.</h2><p>harbour.example needs to review the security of your connection before proceeding.</p><p>Ray ID: 8f</p>',
    ],
    [
      'page-verification',
      'Attention Required! | Cloudflare',
      '<h1>One more step</h1><p>Please complete the security check to access harbour.example.</p>',
    ],
    [
      'page-verification',
      'The Post - Are you a robot?',
      '<p>We’ve detected unusual activity from your computer network.</p><p>To continue, please click the box below to let us know you’re not a robot.</p>',
    ],
    [
      'page-verification',
      'harbour.example',
      '<p>We need to make sure that you are not a robot.</p><p>Tick the box below to go on.</p>',
    ],
    ['page-verification', '', '<h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a>去验证</a>'],
    ['page-verification', '百度安全验证', '<p>网络不给力，请稍后重试</p><a>返回首页</a>'],
    ['page-verification', '验证', '<div>请完成下方验证后继续</div><div>拖动滑块完成拼图</div>'],
    [
      'page-denied',
      'Access Denied',
      '<h1>Access Denied</h1><p>You don\'t have permission to access "http://harbour.example/budget" on this server.</p><p>Reference #18.2</p>',
    ],
    ['page-denied', '403 Forbidden', '<center><h1>403 Forbidden</h1></center><hr><center>nginx</center>'],
    ['page-denied', '新闻', '<p>抱歉，您没有权限查看此页面。</p>'],
    [
      'page-gone',
      'The Post',
      `${menu}<h1>Page not found</h1><p>The page you are looking for no longer exists. It may have been moved.</p><ul><li><a href="/a">Harbour trims its budget</a></li></ul>`,
    ],
    ['page-gone', '404 - The Post', `${menu}<p>Try the search.</p>`],
    ['page-gone', '', '<p>该内容已被发布者删除</p>'],
    [
      'page-gone',
      '',
      '<h2>此内容因违规无法查看</h2><p>由用户投诉并经平台审核，涉嫌违反相关法律法规和政策，查看详细内容。</p>',
    ],
    ['page-gone', '410 Gone', '<h1>Gone</h1><p>There is no forwarding address for what was here.</p>'],
    [
      'page-gone',
      'harbour.example',
      '<h1>Harbour</h1><p>The requested resource is no longer available on this server and there is no forwarding address.</p>',
    ],
    ['page-gone', '新闻', '<p>抱歉，您访问的稿件已被作者撤回。</p>'],
    ['page-gone', '网页', '<div>抱歉，您访问的页面不存在或已被删除！</div><a>返回首页</a>'],
    ['page-gone', 'Hafenblatt', '<h1>Seite nicht gefunden</h1><p>Die angeforderte Seite existiert nicht.</p>'],
    [
      'page-consent',
      'Before you continue to Search',
      '<p>We use cookies and data to deliver and maintain our services, and to track outages.</p><button>Accept all</button>',
    ],
    [
      'page-consent',
      'The Post',
      '<h2>We value your privacy</h2><p>We and our 842 partners store and access information on a device, such as cookies.</p>',
    ],
    [
      'page-needs-script',
      'The Post',
      '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>',
    ],
    ['page-needs-script', 'x.example', '<p>Please enable JavaScript and cookies in your browser.</p>'],
    ['page-needs-script', '首页', '<noscript>请启用JavaScript后继续浏览</noscript>'],
  ])('is refused as %s: %s', (code, title, body) => {
    expect(draftFromPage(page(title, body))).toEqual({ ok: false, code });
  });

  it('gives a source no facts', () => {
    const html = page('Just a moment...', '<p>Verifying you are human.</p>');
    expect(readSourcePage(html, 'https://a.example/', '2024-01-01')).toEqual({
      title: null,
      publisher: null,
      published: null,
    });
  });

  const prose =
    'The firm that makes them says that 4.2 billion of its tests were solved last year, a third of them by programs.';
  const more =
    'Researchers at Orrin had 375 people solve ten tests each; they needed 14 seconds for one, and failed every eighth.';
  it.each<[string, string, string]>([
    [
      'an article about such tests',
      'Verifying you are human: why captchas fail',
      `<h1>Verifying you are human: why captchas fail</h1><p>Please verify that you are human, the page said.</p><p>${prose}</p><p>${more}</p>`,
    ],
    [
      'one named as they are',
      'Just a moment',
      `<h1>Just a moment</h1>${['a day', 'a week', 'a month', 'a year'].map((time) => `<p>In ${time}, ${prose} ${more}</p>`).join('')}`,
    ],
    [
      'a report on a page that was deleted',
      '“该内容已被发布者删除”背后',
      '<h1>“该内容已被发布者删除”背后</h1><p>去年全市有375篇报道在发布一周之内被删除，比前年多出了一成左右，运营方没有说明原因。</p><p>研究者说，读者看到的只有一行字：该内容已被发布者删除。其中41篇后来又重新出现，标题全都改过。</p><p>平台方面表示，这些内容都是由发布者自己删除的，平台没有参与，也不掌握任何原因。</p>',
    ],
    [
      'a short note that mentions one',
      'Notes of May',
      '<h1>Notes of May</h1><p>The harbour’s site said “Just a moment” to all its visitors on Tuesday, for four hours.</p>',
    ],
    [
      'a short note with a banner, a form for comments and words for browsers without scripts',
      'Harbour closed',
      '<noscript>Please enable JavaScript.</noscript><div id="cookie-banner"><p>We use cookies.</p></div><h1>Harbour closed</h1><p>The harbour is closed until Friday, its board said on Tuesday.</p><form><label>I’m not a robot</label></form>',
    ],
    [
      'a short note on cookies',
      'Fewer cookies',
      '<h1>Fewer cookies</h1><p>Of the 375 sites that were looked at, 41 use no cookies; that is a tenth more than in May.</p>',
    ],
  ])('is not %s', (_, title, body) => {
    expect(draftFromPage(page(title, body))).toMatchObject({ ok: true });
  });
});
