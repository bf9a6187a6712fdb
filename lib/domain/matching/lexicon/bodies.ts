/** Institutions, parties, laws and recurring events, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const bodies = `
united nations, UN | 联合国
security council ~unitednations | 安理会
unicef ~unitednations | 联合国儿童基金会
unesco ~unitednations | 联合国教科文组织 教科文组织
world health organization, world health organisation, WHO | 世界卫生组织 世卫组织 世卫
world trade organization, world trade organisation, wto | 世界贸易组织 世贸组织 世贸
world meteorological organization, world meteorological organisation, wmo | 世界气象组织
international atomic energy agency, iaea | 国际原子能机构
international energy agency, iea | 国际能源署
international labour organization, ilo | 国际劳工组织
food and agriculture organization, fao | 联合国粮农组织 粮农组织
international monetary fund, imf | 国际货币基金组织
world bank | 世界银行 世行
oecd | 经合组织
g7, group of seven | 七国集团
g20, group of twenty | 二十国集团
brics | 金砖国家 金砖
asean | 东盟
opec | 欧佩克 石油输出国组织
nato | 北约 北大西洋公约组织
african union | 非盟 非洲联盟
international criminal court, ICC | 国际刑事法院
international court of justice, icj | 国际法院
interpol | 国际刑警组织
red cross | 红十字会 红十字
federal reserve, Fed, fomc, us central bank ~unitedstates ~centralbank | 美联储 联储 美国央行
european central bank, ecb ~eu ~centralbank | 欧洲央行 欧央行 欧洲中央银行
bank of england, boe ~uk ~centralbank | 英国央行 英格兰银行 英国中央银行
bank of japan, boj, japan central bank ~japan ~centralbank | 日本央行 日本银行 日银
people bank of china, pboc, china central bank, chinese central bank ~china ~centralbank | 中国人民银行 人民银行 中国央行
bank of canada ~canada ~centralbank | 加拿大央行
reserve bank of australia, rba ~australia ~centralbank | 澳洲联储 澳大利亚储备银行
reserve bank of india, rbi ~india ~centralbank | 印度储备银行 印度央行
central bank | 央行 中央银行
european commission, eu commission ~eu | 欧盟委员会 欧委会
european parliament ~eu | 欧洲议会
european court of justice ~eu | 欧洲法院
european medicines agency, ema ~eu | 欧洲药品管理局
eu council, european council ~eu | 欧洲理事会 欧盟理事会
pentagon, department of defense, defense department ~unitedstates | 五角大楼 美国国防部
state department ~unitedstates | 美国国务院
justice department, department of justice, doj ~unitedstates | 美国司法部
treasury department, us treasury ~unitedstates | 美国财政部
commerce department ~unitedstates | 美国商务部
SEC, securities and exchange commission ~unitedstates ~regulator | 美国证券交易委员会 美国证监会
ftc, federal trade commission ~unitedstates ~regulator | 联邦贸易委员会
fda, food and drug administration ~unitedstates ~regulator | 美国食品药品监督管理局 美国食药监局 美国药监局
cdc, centers for disease control ~unitedstates | 美国疾控中心 疾控中心
faa, federal aviation administration ~unitedstates | 美国联邦航空管理局 联邦航空局
nhtsa, highway traffic safety administration ~unitedstates | 美国国家公路交通安全管理局 公路交通安全管理局
fbi ~unitedstates | 联邦调查局
CIA ~unitedstates | 中央情报局 中情局
nasa ~unitedstates | 美国航天局 美国宇航局
bureau of labor statistics, BLS ~unitedstates | 美国劳工统计局 美国劳工部
Congress, congressional, capitol hill ~unitedstates | 国会
senate, senator | 参议院 参议员 参院
house of representatives, congressman, congresswoman | 众议院 众议员 众院
supreme court | 最高法院 最高院
lawmaker, legislator, member of parliament, mp | 议员 立法者
parliament, parliamentary, national assembly, bundestag, knesset | 议会 国民议会 国会
house of lords | 上议院
house of commons, Commons | 下议院
office for national statistics, ONS ~uk | 英国国家统计局
competition and markets authority, cma ~uk ~regulator | 英国竞争与市场管理局
national bureau of statistics, statistics bureau ~china | 国家统计局 统计局
state council ~china | 国务院
national people congress, npc ~china | 全国人大 人民代表大会
politburo ~china | 政治局
communist party ~china | 共产党 中共
ministry of commerce, commerce ministry | 商务部
ministry of education, education ministry | 教育部
ministry of finance, finance ministry | 财政部
foreign ministry, ministry of foreign affairs, foreign office | 外交部
defence ministry, ministry of defence, defense ministry | 国防部
health ministry, ministry of health, national health commission | 卫健委 卫生部 国家卫健委
interior ministry, home office | 内政部
ministry of justice | 司法部
ministry of public security | 公安部
industry ministry, miit | 工信部 工业和信息化部
national development and reform commission, ndrc ~china | 国家发改委 发改委
state administration for market regulation, samr, market regulator, market watchdog ~china ~regulator | 市场监管总局 市场监管部门 市监总局 国家市场监督管理总局
csrc, securities regulator ~china ~regulator | 证监会
cyberspace administration, cac ~china ~regulator | 网信办 国家网信办
state post bureau ~china | 国家邮政局 邮政局
national energy administration ~china | 国家能源局 能源局
customs, general administration of customs | 海关 海关总署
immigration administration | 移民管理局 国家移民管理局
regulator, watchdog, authority, regulatory | 监管机构 监管部门 监管方 监管 监管局
data protection authority, data protection commission, privacy watchdog, data regulator, privacy regulator, data watchdog ~regulator ~privacy | 数据保护机构 数据保护委员会 隐私监管机构 数据监管机构
competition authority, antitrust regulator ~regulator ~antitrust | 反垄断机构 竞争监管机构 竞争主管机构
ipcc | 政府间气候变化专门委员会
copernicus | 哥白尼气候变化服务局 哥白尼
moodys, Moody | 穆迪
fitch | 惠誉
standard and poor, s&p, s & p | 标普 标准普尔
dow jones, dow | 道琼斯 道指
nasdaq | 纳斯达克 纳指
hang seng | 恒生 恒指
nikkei | 日经
a share, a-share, shanghai stock exchange, shenzhen stock exchange ~china | a股 沪深 上交所 深交所 沪指
hong kong stock, hkex ~hongkong | 港股 港交所 香港股市
wall street | 华尔街
Reuters | 路透社 路透
bloomberg | 彭博社 彭博
associated press | 美联社
afp | 法新社
xinhua | 新华社
bbc | 英国广播公司
cnn | 有线电视新闻网
new york times | 纽约时报
washington post | 华盛顿邮报
wall street journal | 华尔街日报
financial times | 金融时报
Guardian | 卫报
people daily | 人民日报
cctv | 央视
gallup | 盖洛普
Pew | 皮尤
gartner | 高德纳
mckinsey | 麦肯锡
stanford | 斯坦福 斯坦福大学
harvard | 哈佛 哈佛大学
MIT, massachusetts institute of technology | 麻省理工 麻省理工学院
Oxford | 牛津 牛津大学
Cambridge | 剑桥 剑桥大学
yale | 耶鲁 耶鲁大学
tsinghua | 清华 清华大学
peking university | 北大 北京大学
republican, gop ~unitedstates | 共和党
democrat, democratic party ~unitedstates | 民主党
labour party, Labour ~uk | 工党
conservative party, Tory, Conservative ~uk | 保守党
liberal democrat ~uk | 自由民主党 自民党
liberal party | 自由党
green party, Green | 绿党
afd, alternative for germany ~germany | 德国选择党 选择党
national rally ~france | 国民联盟
hamas ~gaza | 哈马斯
hezbollah ~lebanon | 真主党
taliban ~afghanistan | 塔利班
houthi ~yemen | 胡塞 胡塞武装
islamic state, isis | 伊斯兰国
al qaeda | 基地组织
gdpr, general data protection regulation ~eu ~privacy | 通用数据保护条例 一般数据保护条例
ai act, artificial intelligence act, ai law, ai rule ~eu ~artificialintelligence | 人工智能法 人工智能法案 人工智能立法 ai法案 ai法
digital market act, dma ~eu ~antitrust | 数字市场法 数字市场法案
digital service act, dsa ~eu | 数字服务法 数字服务法案
inflation reduction act ~unitedstates | 通胀削减法案
chips act ~unitedstates | 芯片法案
paris agreement, paris climate agreement, paris climate accord, paris accord, paris climate pact, paris climate deal ~climate | 巴黎协定 巴黎气候协定
kyoto protocol ~climate | 京都议定书
cop30, cop29, cop28, cop27, cop26, climate summit, un climate talk ~climate | 气候大会 气候峰会
belt and road ~china | 一带一路
stargate | 星际之门
olympic, olympics, olympic game, summer game, summer olympics | 奥运会 奥运 夏季奥运会
winter olympics, winter game | 冬奥会 冬季奥运会
paralympic | 残奥会
asian game | 亚运会
world cup | 世界杯
world championship | 世锦赛 世界锦标赛
european championship, euro 2024 | 欧洲杯
champions league | 欧冠
premier league | 英超
super bowl | 超级碗
grand slam | 大满贯
wimbledon ~grandslam ~tennis | 温网 温布尔登
US open ~grandslam ~tennis | 美网
french open, roland garros ~grandslam ~tennis | 法网 罗兰加洛斯
australian open ~grandslam ~tennis | 澳网
ballon d'or, ballon dor, golden ball | 金球奖
nba | 美职篮 nba
formula one, formula 1, f1 | 一级方程式
tour de france | 环法
nobel prize, nobel, nobel peace prize | 诺贝尔奖 诺贝尔和平奖 诺奖
oscar, academy award | 奥斯卡 奥斯卡金像奖
grammy | 格莱美
cannes | 戛纳 戛纳电影节
eurovision | 欧歌赛 欧洲歌唱大赛
brexit ~uk ~eu | 脱欧 英国脱欧
black friday | 黑色星期五
singles day | 双十一 双11
spring festival, lunar new year, chinese new year | 春节 农历新年
christmas | 圣诞 圣诞节
ramadan | 斋月
gaokao, college entrance exam, university entrance exam, national college entrance examination | 高考 全国高考
postgraduate entrance exam, postgraduate exam, graduate school entrance exam, master exam | 考研 研究生考试 硕士研究生考试 硕士研究生招生考试
zhongkao, high school entrance exam | 中考
civil service exam | 公务员考试 国家公务员考试
Nature Journal, journal nature | 自然杂志 《自然》
Lancet | 柳叶刀
science journal | 科学杂志
`;
