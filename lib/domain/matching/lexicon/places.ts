/** Names of places in the news, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const countries = `
united states, US, usa, america, american | 美国 美方 合众国
china, chinese, prc, mainland | 中国 中方 我国 内地 大陆 国内
uk, britain, british, united kingdom, great britain | 英国 联合王国
england, English ~uk | 英格兰
scotland, scottish, scot ~uk | 苏格兰
wales, welsh ~uk | 威尔士
eu, european union, europe, european, bloc | 欧盟 欧洲 欧方 欧洲联盟
france, french | 法国
germany, german | 德国
japan, japanese | 日本 日方
south korea, south korean, korean, korea | 韩国 韩方 南韩
north korea, north korean, dprk | 朝鲜 北韩
russia, russian | 俄罗斯 俄方
ukraine, ukrainian | 乌克兰 乌方
india, indian | 印度
pakistan, pakistani | 巴基斯坦
bangladesh, bangladeshi | 孟加拉国 孟加拉
sri lanka, sri lankan | 斯里兰卡
nepal, nepalese | 尼泊尔
afghanistan, afghan | 阿富汗
iran, iranian | 伊朗
iraq, iraqi | 伊拉克
israel, israeli | 以色列 以方
palestine, palestinian | 巴勒斯坦
gaza, gaza strip ~palestine | 加沙 加沙地带
lebanon, lebanese | 黎巴嫩
syria, syrian | 叙利亚
jordan, jordanian | 约旦
saudi arabia, saudi | 沙特阿拉伯 沙特
united arab emirates, uae, emirati | 阿联酋 阿拉伯联合酋长国
qatar, qatari | 卡塔尔
kuwait, kuwaiti | 科威特
bahrain | 巴林
Oman, omani | 阿曼
yemen, yemeni | 也门
Turkey, turkiye, turkish, Turk | 土耳其
egypt, egyptian | 埃及
libya, libyan | 利比亚
tunisia, tunisian | 突尼斯
algeria, algerian | 阿尔及利亚
morocco, moroccan | 摩洛哥
sudan, sudanese | 苏丹
ethiopia, ethiopian | 埃塞俄比亚
kenya, kenyan | 肯尼亚
uganda, ugandan | 乌干达
rwanda, rwandan | 卢旺达
tanzania, tanzanian | 坦桑尼亚
congo, congolese, drc | 刚果 刚果金
nigeria, nigerian | 尼日利亚
ghana, ghanaian | 加纳
senegal | 塞内加尔
Mali | 马里
angola | 安哥拉
zambia, zambian | 赞比亚
zimbabwe, zimbabwean | 津巴布韦
mozambique | 莫桑比克
south africa, south african | 南非
canada, canadian | 加拿大 加方
mexico, mexican | 墨西哥
cuba, cuban | 古巴
haiti, haitian | 海地
panama, panamanian | 巴拿马
colombia, colombian | 哥伦比亚
venezuela, venezuelan | 委内瑞拉
ecuador | 厄瓜多尔
peru, peruvian | 秘鲁
bolivia | 玻利维亚
chile, chilean | 智利
argentina, argentine, argentinian | 阿根廷
brazil, brazilian | 巴西
uruguay | 乌拉圭
spain, spanish, spaniard | 西班牙
portugal, portuguese | 葡萄牙
italy, italian | 意大利
greece, greek | 希腊
ireland, irish | 爱尔兰
iceland, icelandic | 冰岛
norway, norwegian | 挪威
sweden, swedish, Swede | 瑞典
denmark, danish, Dane | 丹麦
finland, finnish, Finn | 芬兰
estonia, estonian | 爱沙尼亚
latvia, latvian | 拉脱维亚
lithuania, lithuanian | 立陶宛
poland, Polish, Pole | 波兰
czech, czech republic, czechia | 捷克
slovakia, slovak | 斯洛伐克
hungary, hungarian | 匈牙利
austria, austrian | 奥地利
switzerland, swiss | 瑞士
netherlands, dutch, Holland | 荷兰
belgium, belgian | 比利时
luxembourg | 卢森堡
romania, romanian | 罗马尼亚
bulgaria, bulgarian | 保加利亚
serbia, serbian, serb | 塞尔维亚
croatia, croatian | 克罗地亚
slovenia | 斯洛文尼亚
bosnia | 波黑
kosovo | 科索沃
albania, albanian | 阿尔巴尼亚
belarus, belarusian | 白俄罗斯
moldova | 摩尔多瓦
georgia, georgian | 格鲁吉亚
armenia, armenian | 亚美尼亚
azerbaijan | 阿塞拜疆
kazakhstan, kazakh | 哈萨克斯坦
uzbekistan | 乌兹别克斯坦
mongolia, mongolian | 蒙古国 蒙古
vietnam, vietnamese | 越南
thailand, thai | 泰国
malaysia, malaysian | 马来西亚
singapore, singaporean | 新加坡
indonesia, indonesian | 印度尼西亚 印尼
philippines, filipino, philippine | 菲律宾
myanmar, burma, burmese | 缅甸
cambodia, cambodian | 柬埔寨
laos | 老挝
taiwan, taiwanese | 台湾
hong kong, hongkong | 香港 在港 赴港
macau, macao | 澳门
papua new guinea | 巴布亚新几内亚 巴新
australia, australian, aussie | 澳大利亚 澳洲
new zealand, new zealander, kiwi | 新西兰
fiji | 斐济
vatican, holy see | 梵蒂冈 教廷
africa, african | 非洲
asia, asian | 亚洲
southeast asia | 东南亚
middle east, middle eastern | 中东
latin america, latin american | 拉丁美洲 拉美
antarctic, antarctica | 南极
arctic | 北极
greenland ~denmark | 格陵兰
`;

export const cities = `
washington, white house, trump administration, biden administration ~unitedstates | 华盛顿 白宫
new york ~unitedstates | 纽约
los angeles ~unitedstates ~california | 洛杉矶
chicago ~unitedstates | 芝加哥
san francisco, silicon valley ~unitedstates ~california | 旧金山 硅谷
boston ~unitedstates | 波士顿
seattle ~unitedstates | 西雅图
houston ~unitedstates ~texas | 休斯敦 休斯顿
miami ~unitedstates ~florida | 迈阿密
baltimore ~unitedstates | 巴尔的摩
detroit ~unitedstates | 底特律
las vegas ~unitedstates | 拉斯维加斯
atlanta ~unitedstates | 亚特兰大
california, californian ~unitedstates | 加州 加利福尼亚 加利福尼亚州
texas, texan ~unitedstates | 得州 德州 得克萨斯
florida, floridian ~unitedstates | 佛州 佛罗里达
arizona ~unitedstates | 亚利桑那 亚利桑那州
michigan ~unitedstates | 密歇根 密歇根州
pennsylvania ~unitedstates | 宾夕法尼亚 宾州
ohio ~unitedstates | 俄亥俄 俄亥俄州
alaska ~unitedstates | 阿拉斯加
hawaii, hawaiian ~unitedstates | 夏威夷
london, londoner, westminster, downing street, whitehall ~uk | 伦敦 唐宁街
manchester ~uk | 曼彻斯特
edinburgh ~uk ~scotland | 爱丁堡
paris, parisian ~france | 巴黎
marseille ~france | 马赛
lyon ~france | 里昂
berlin ~germany | 柏林
munich ~germany | 慕尼黑
frankfurt ~germany | 法兰克福
hamburg ~germany | 汉堡
dresden ~germany | 德累斯顿
leipzig ~germany | 莱比锡
cologne ~germany | 科隆
stuttgart ~germany | 斯图加特
brussels ~eu ~belgium | 布鲁塞尔
antwerp ~belgium | 安特卫普
the hague ~netherlands | 海牙
amsterdam ~netherlands | 阿姆斯特丹
rotterdam ~netherlands | 鹿特丹
geneva ~switzerland | 日内瓦
zurich ~switzerland | 苏黎世
davos ~switzerland | 达沃斯
vienna ~austria | 维也纳
rome ~italy | 罗马
milan ~italy | 米兰
venice ~italy | 威尼斯
madrid ~spain | 马德里
barcelona ~spain | 巴塞罗那
lisbon ~portugal | 里斯本
dublin ~ireland | 都柏林
oslo ~norway | 奥斯陆
stockholm ~sweden | 斯德哥尔摩
copenhagen ~denmark | 哥本哈根
helsinki ~finland | 赫尔辛基
warsaw ~poland | 华沙
prague ~czech | 布拉格
budapest ~hungary | 布达佩斯
athens ~greece | 雅典
istanbul ~turkey | 伊斯坦布尔
ankara ~turkey | 安卡拉
moscow, kremlin ~russia | 莫斯科 克里姆林宫
st petersburg ~russia | 圣彼得堡
kyiv, kiev ~ukraine | 基辅
crimea, crimean ~ukraine | 克里米亚
jerusalem ~israel | 耶路撒冷
tel aviv ~israel | 特拉维夫
west bank ~palestine | 约旦河西岸
tehran ~iran | 德黑兰
baghdad ~iraq | 巴格达
riyadh ~saudiarabia | 利雅得
dubai ~unitedarabemirates | 迪拜
doha ~qatar | 多哈
cairo ~egypt | 开罗
suez canal, suez ~egypt | 苏伊士运河 苏伊士
panama canal ~panama | 巴拿马运河
red sea | 红海
strait of hormuz, hormuz | 霍尔木兹海峡
south china sea | 南海
nairobi ~kenya | 内罗毕
johannesburg ~southafrica | 约翰内斯堡
cape town ~southafrica | 开普敦
lagos ~nigeria | 拉各斯
new delhi, delhi ~india | 新德里 德里
mumbai, bombay ~india | 孟买
bangalore, bengaluru ~india | 班加罗尔
islamabad ~pakistan | 伊斯兰堡
dhaka ~bangladesh | 达卡
kabul ~afghanistan | 喀布尔
tokyo ~japan | 东京
osaka ~japan | 大阪
fukushima ~japan | 福岛
hiroshima ~japan | 广岛
seoul ~southkorea | 首尔
pyongyang ~northkorea | 平壤
bangkok ~thailand | 曼谷
hanoi ~vietnam | 河内
jakarta ~indonesia | 雅加达
bali ~indonesia | 巴厘岛
manila ~philippines | 马尼拉
kuala lumpur ~malaysia | 吉隆坡
taipei ~taiwan | 台北
beijing, peking ~china | 北京
shanghai ~china | 上海
shenzhen ~china | 深圳
guangzhou, canton ~china | 广州
xinjiang ~china | 新疆
tibet, tibetan ~china | 西藏
inner mongolia ~china | 内蒙古
shaanxi ~china | 陕西
harbin ~china | 哈尔滨
sydney ~australia | 悉尼
melbourne ~australia | 墨尔本
canberra ~australia | 堪培拉
auckland ~newzealand | 奥克兰
wellington ~newzealand | 惠灵顿
ottawa ~canada | 渥太华
toronto ~canada | 多伦多
vancouver ~canada | 温哥华
montreal ~canada | 蒙特利尔
quebec ~canada | 魁北克
mexico city ~mexico | 墨西哥城
rio de janeiro, rio ~brazil | 里约热内卢 里约
sao paulo ~brazil | 圣保罗
brasilia ~brazil | 巴西利亚
amazon rainforest ~brazil | 亚马逊雨林
three gorges ~china | 三峡
great wall ~china | 长城
forbidden city, palace museum ~china | 故宫 紫禁城
louvre ~paris | 卢浮宫
notre dame, notre-dame ~paris | 巴黎圣母院
eiffel tower ~paris | 埃菲尔铁塔
seine ~paris | 塞纳河
yangtze ~china | 长江
yellow river ~china | 黄河
mount everest, everest | 珠穆朗玛峰 珠峰
niagara | 尼亚加拉
thames ~london | 泰晤士河
rhine | 莱茵河
danube | 多瑙河
nile | 尼罗河
mekong | 湄公河
ganges ~india | 恒河
mediterranean | 地中海
black sea | 黑海
baltic sea, baltic | 波罗的海
atlantic | 大西洋
Pacific | 太平洋
indian ocean | 印度洋
taiwan strait | 台湾海峡
chernobyl | 切尔诺贝利
buenos aires ~argentina | 布宜诺斯艾利斯
`;
