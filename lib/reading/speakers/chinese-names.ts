/**
 * Personal names in Chinese text: a surname with one or two characters, a transliterated name (马斯克, 埃隆·马斯克), or a Latin
 * name. Chinese has no spaces, so a name is recognised by its parts, not by a list of persons. Invariant: a test reads
 * at most the span it is given. Words that merely begin with a surname (高级, 方面) are not names.
 */

import { isHan, isLatin, oneOf } from '#lib/text/forms/folded';
import { buildWordSet, wordAt, wordList } from '#lib/text/lexicon';

/**
 * The most common surnames (Ministry of Public Security, 2020 national name report, top 300) and those usual in
 * Taiwan and Hong Kong.
 */
const surnameAt = oneOf(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤' +
    '温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁房蒲滕屈饶解牟艾尤阳时穆农司古吉卓车简连缪项麦褚娄窦岑戚景党宫费' +
    '卜冷晏席卫米柏宗桂全佟应臧闵苟邬卞姬师仇栾丘刁沙商寇荣巫郎桑丛甄敖虞明佘池查麻苑迟官封谈匡鞠惠荆乐冀胥南班储原栗燕楚鄢扎奚鹿',
);
const doubleSurnames = new Set(
  wordList(
    '欧阳 司马 上官 诸葛 夏侯 东方 尉迟 皇甫 公孙 令狐 慕容 司徒 南宫 端木 独孤 百里 呼延 宇文 长孙 闻人 第五 轩辕 澹台 公冶',
  ),
);

/** Characters of transliterated names (Xinhua's name tables, the usual ones). */
const transliterates = oneOf(
  '阿埃艾安奥巴贝本比伯布查达戴德迪蒂杜多恩尔法菲费弗福富盖戈格古哈海汉赫亨胡怀霍基吉加杰金卡凯坎科克肯库拉莱兰朗劳勒雷里利莉林琳卢鲁伦罗洛马玛麦曼梅门蒙米莫姆穆娜南内尼努诺纳欧帕佩皮普奇乔切琼萨塞桑森沙' +
    '舍什史斯丝苏索塔泰坦汤特滕提图托瓦威维韦温沃乌西希夏谢辛雅亚延扬耶伊因尤约扎詹兹佐朱茨茜黛妮娅斐瑟逊顿默登朗川泽岸田安倍晋三普京拜黄锡',
);

/** Words of two or three characters that begin with a surname's character and are no names. */
const notNames = new Set(
  wordList(`
    高级 高等 高层 高管 高校 高手 高端 高考 高铁 金融 金牌 金钱 安全 文化 文中 文章 文件 方向 方面 方案 方法 方式 江苏 江西 温州 万科 白领 白宫 华为 华东 华南 华北 宁波 贺州 常务 常委
    常常 路人 和平 关键 关于 关注 成都 成员 成本 成功 计算 沈阳 郑州 徐州 苏州 杭州 广西 广州 黄石 解放 时尚 时任 时间 时候 时报 相关 有关 马来 明星 明年 明天 明确 明显 经济 经营 全国
    全球 全部 全体 全面 钢铁 海关 海外 国家 国际 国内 任何 任务 家长 家人 应用 应该 应当 应届 单位 单纯 单一 曾经 曾任 曾在 曾有 曾是 向来 向上 向外 向他 向她 连续 连锁 连同 单身 解决
    解释 管理 商业 商家 商场 商品 司机 司法 车主 车企 车间 游戏 游客 项目 农民 农业 农村 党员 党委 师生 师傅 官员 官方 官网 原因 原来 原告 班级 储户 毛利 毛利率 史上 康复 包括 包装
    包工 左右 房东 房价 房产 简单 简直 易于 牛市 熊市 余下 余额 季度 季节 盛大 景区 景气 祝贺 祝福 燕京 麦肯锡 米粉 米勒 路透 路透社 石油 石化 龙头 雷军说 顾客 顾问 段时间 童年 宫廷
    麻烦 池州 查询 封闭 谈判 谈话 荣誉 商会 郎朗 华尔街 华尔 江南 江湖 武汉 武器 武装 孟加拉 韩国 韩方 古代 古巴 英方 中方 美方 俄方 校方 军方 警方 院方 东方 南方 北方 南京 南昌 南美
    南非 西方 何时 何况 何种 何处 许多 许久 于是 于此 钱包 钱财 程序 程度 项链 严重 严格 严肃 温度 温暖 阳光 阳性 申请 申报 申报书 易用 颜色 季军 冷静 冷门 应急 宗旨 宗教 柏林 席位
    卫星 卫生 惠及 乐观 乐队 尚未 尚无 尚不 符合 管道 聂耳 柳州 桂林 全员 全新 全力 全年 全职 丁克 石墨 余人 余名 万人 白酒 白天 白皮书 蓝筹 蓝图 蓝领 常年 常见 常规 常识 项目方 华人
    华裔 华语 简介 车辆 车展 车型 车厂 路线 路演 路径 花费 付费 付款 付出 包机 施工 施行 康养 安装 安排 安置 安保 温和 温室 宁愿 宁可 农户 农场 时代 时期 时刻 时至 任期 任职 文学 文本
    文旅 文艺 文献 明白 明晰 明朗 何以
  `),
);

/** 老周, 小李, 阿强; 王姐, 陈叔. */
const isFamiliar = oneOf('老小阿');
const isKin = oneOf('姐哥叔姨嫂伯婶爷奶');

/** Characters that names of persons do not contain. */
const isNeverInNames = oneOf(
  '的了是在和与及或们这那个我你他她它且但就也都很不没把被让对到给用所者吗呢吧啊呀时候能要会想说称问答讲写哪什么怎样',
);

/** Whether a surname of one character stands at `i`. */
export const isSurname = (form: string, i: number): boolean => surnameAt(form, i);

/** How many characters at `start` are a surname: two, one or none. */
function surnameLength(form: string, start: number, end: number): number {
  if (end - start > 2 && doubleSurnames.has(form.slice(start, start + 2))) return 2;
  return surnameAt(form, start) ? 1 : 0;
}

/** Whether a Chinese personal name (surname and given name) fills the span. */
export function isHanName(form: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < 2 || length > 4) return false;
  const surname = surnameLength(form, start, end);
  if (length === 2) {
    if (isFamiliar(form, start)) return surnameAt(form, start + 1);
    if (surname > 0 && isKin(form, start + 1)) return true;
  }
  if (surname === 0 || (surname === 1 && length > 3) || !couldBeGiven(form, start + surname, end)) return false;
  return !isWord(form, start, end);
}

/** True if a span begins with a word, or is one, that is no name. */
const isWord = (form: string, start: number, end: number): boolean =>
  notNames.has(form.slice(start, start + 2)) || (end - start > 2 && notNames.has(form.slice(start, end)));

/** True for Han characters that names of persons can contain. */
function couldBeGiven(form: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isHan(form.charCodeAt(i)) || isNeverInNames(form, i)) return false;
  return true;
}

const isDot = oneOf('·•・');

/**
 * Whether the span is a transliterated name: parts joined by a dot, or two to eight characters used in
 * transliterations.
 */
export function isForeignName(form: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 24 || isDot(form, start) || isDot(form, end - 1)) return false;
  let dots = 0;
  let usual = 0;
  for (let i = start; i < end; i++) {
    if (isDot(form, i)) dots++;
    else if (transliterates(form, i)) usual++;
    else if (dots === 0 && isNeverInNames(form, i)) return false;
    else if (!isHan(form.charCodeAt(i)) && !isLatin(form.charCodeAt(i)) && form[i] !== '.' && form[i] !== ' ')
      return false;
  }
  return dots > 0 || (end - start <= 8 && usual === end - start);
}

/**
 * Whether the span is a likely transliteration directly after a role: two to six characters, at least half of them
 * usual ones.
 */
export function isLikelyForeignName(form: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 6 || !couldBeGiven(form, start, end)) return false;
  let usual = 0;
  for (let i = start; i < end; i++) if (transliterates(form, i)) usual++;
  return usual * 2 >= end - start;
}

/** Whether three characters can be a name with a rare surname, directly after a role (发言人束珏婷). */
export const isRareName = (form: string, start: number, end: number): boolean =>
  end - start === 3 && couldBeGiven(form, start, end) && !isWord(form, start, end);

/** Whether Latin words look like a person's name (`Sam Altman`), by their capitals in the text. */
export function isLatinName(text: string, start: number, end: number): boolean {
  if (!isLatin(text.charCodeAt(start))) return false;
  const words = text.slice(start, end).split(' ');
  if (words.length < 2 || words.length > 4) return false;
  return words.every(
    (word) => word.length < 20 && /^\p{Lu}([\p{Ll}\p{M}]+|\.)([-’']\p{Lu}[\p{Ll}\p{M}]+)?$/u.test(word),
  );
}

/**
 * The length of the personal name at `start` where it is not known what follows (`张颀作为…`): three characters unless the
 * third begins a word that follows names. 0 where there is none.
 */
export function hanNameLength(form: string, start: number, end: number): number {
  const surname = surnameLength(form, start, end);
  if (surname === 0 && !isFamiliar(form, start)) return 0;
  if (surname === 2 && start + 4 <= end && isHanName(form, start, start + 4))
    return followsName(form, start + 3) ? 3 : 4;
  const two = start + 2 <= end && isHanName(form, start, start + 2);
  if (two && (start + 2 >= end || followsName(form, start + 2))) return 2;
  if (start + 3 <= end && isHanName(form, start, start + 3)) return 3;
  return two ? 2 : 0;
}

/** Words that follow a name; a single character counts only if given names hardly ever end in it. */
const following = buildWordSet(
  wordList(`
    的 在 是 就 也 则 对 向 和 与 及 从 把 被 给 却 便 又 因 由 于 所 等 已 还 都 了 着 说 称 则 作为 表示 认为 告诉 直言 直接 接受 意识 观察 记得 谈到 谈及 讲述 讲 强调
    强烈 提出 提到 看来 看到 看着 感到 感叹 感慨 感觉 目前 再次 再度 为了 通过 以为 曾经 曾在 正在 自己 当时 此前 随后 近日 日前 前往 昨天 昨日 今年 今天 指出 透露 介绍 坦言 回忆 回答
    补充 分析 总结 发现 发文 宣布 承认 否认 呼吁 警告 打开 拿出 走进 站在 坐在 来到 开始 决定 希望 相信 担心 没有 不想 将在 将于 之间 之后 以及 本人 一家 一边 用 接过 接着 站 走 坐
    拿 打 推 听 笑 哭 摇 皱 转 抱 端 指 递 喊 问 答 写 谈 想 每天 一直 最终 终于
  `),
);

function followsName(form: string, i: number): boolean {
  return !isHan(form.charCodeAt(i)) || wordAt(following, form, i) !== null;
}
