/** Companies and their products, in English and Chinese. The shape of a row is told in news-lexicon.ts. */

export const companies = `
Apple | 苹果 苹果公司
iphone ~apple | 苹果手机
ipad ~apple | 平板
app store ~apple | 应用商店
google, Alphabet | 谷歌
android ~google | 安卓
Chrome ~google | chrome浏览器
youtube ~google | 油管
Gemini ~google | gemini
deepmind ~google | deepmind
waymo ~google | waymo
microsoft | 微软
Windows ~microsoft | windows
Azure ~microsoft | azure
linkedin ~microsoft | 领英
amazon | 亚马逊
AWS, amazon web service ~amazon | aws
prime video, amazon streaming ~amazon ~streaming | prime video
twitch ~amazon | twitch
Meta | meta 元宇宙公司
facebook ~meta | 脸书
instagram ~meta | 照片墙
whatsapp ~meta | whatsapp
Threads ~meta | threads
tiktok ~bytedance | tiktok 抖音国际版
bytedance | 字节跳动 字节
douyin ~bytedance | 抖音
twitter, x.com | 推特 x平台
tesla ~electricvehicle ~carmaker | 特斯拉
cybertruck ~tesla | 赛博皮卡
autopilot ~tesla | 自动辅助驾驶
spacex | 太空探索技术公司 spacex
starlink ~spacex | 星链
starship ~spacex | 星舰
neuralink | 脑机接口公司
xai | xai
openai | openai 开放人工智能
chatgpt, openai chatbot ~openai | chatgpt
gpt-4, gpt4 ~openai | gpt4
gpt-5, gpt5 ~openai | gpt5
Sora ~openai | sora
anthropic | anthropic
Claude ~anthropic | claude
deepseek | deepseek 深度求索
perplexity | perplexity
mistral | mistral
nvidia ~chip | 英伟达 辉达
amd ~chip | 超威半导体 超微半导体
Intel ~chip | 英特尔
qualcomm ~chip | 高通
broadcom ~chip | 博通
Micron ~chip | 美光
Arm ~chip | arm公司
tsmc, taiwan semiconductor ~chip | 台积电
asml ~chip | 阿斯麦
smic ~chip | 中芯国际
samsung, samsung electronics | 三星 三星电子
sk hynix ~chip | 海力士 sk海力士
sony | 索尼
nintendo | 任天堂
panasonic | 松下
softbank | 软银
Oracle | 甲骨文
ibm | 国际商业机器
salesforce | 赛富时
adobe | 奥多比
cisco | 思科
Dell | 戴尔
HP, hewlett packard | 惠普
netflix ~streaming | 奈飞 网飞
disney, walt disney | 迪士尼
warner bros, warner bros discovery | 华纳兄弟 华纳
Paramount | 派拉蒙
spotify ~streaming | 声田 spotify
uber | 优步
airbnb | 爱彼迎
paypal | 贝宝
Visa Inc | 维萨
mastercard | 万事达
boeing | 波音
airbus | 空客 空中客车
lockheed martin | 洛克希德马丁 洛马
ryanair | 瑞安航空
lufthansa | 汉莎 汉莎航空
cathay pacific | 国泰航空
air china | 国航 中国国航
comac ~china | 中国商飞 商飞
toyota ~carmaker | 丰田
honda ~carmaker | 本田
nissan ~carmaker | 日产
hyundai ~carmaker | 现代汽车
Kia ~carmaker | 起亚
volkswagen, vw ~carmaker | 大众汽车 大众
bmw ~carmaker | 宝马
mercedes, mercedes benz, daimler ~carmaker | 奔驰 梅赛德斯
audi ~carmaker | 奥迪
porsche ~carmaker | 保时捷
stellantis ~carmaker | 斯特兰蒂斯
renault ~carmaker | 雷诺
volvo ~carmaker | 沃尔沃
Ford ~carmaker | 福特
general motors, GM ~carmaker | 通用汽车
ferrari ~carmaker | 法拉利
rivian ~carmaker ~electricvehicle | rivian
byd ~carmaker ~electricvehicle | 比亚迪
nio ~carmaker ~electricvehicle | 蔚来
xpeng ~carmaker ~electricvehicle | 小鹏 小鹏汽车
li auto ~carmaker ~electricvehicle | 理想汽车
Geely ~carmaker | 吉利 吉利汽车
saic, saic motor ~carmaker | 上汽 上汽集团
great wall motor ~carmaker | 长城汽车
chery ~carmaker | 奇瑞
catl, contemporary amperex ~battery | 宁德时代
lg energy solution ~battery | lg新能源
xiaomi | 小米
huawei | 华为
zte | 中兴
oppo | oppo
lenovo | 联想
dji | 大疆
alibaba | 阿里巴巴 阿里
taobao ~alibaba | 淘宝
alipay, ant group ~alibaba | 支付宝 蚂蚁集团
tencent | 腾讯
wechat ~tencent | 微信
baidu | 百度
jd.com, jd | 京东
meituan | 美团
pinduoduo, pdd | 拼多多
temu ~pinduoduo | temu
shein | 希音 shein
kuaishou | 快手
bilibili | 哔哩哔哩 b站
weibo | 微博
xiaohongshu, rednote | 小红书
didi | 滴滴
netease | 网易
trip.com, ctrip | 携程
sf express | 顺丰
evergrande ~property | 恒大 中国恒大
country garden ~property | 碧桂园
vanke ~property | 万科
moutai, maotai, kweichow moutai | 茅台 贵州茅台
mengniu | 蒙牛
yili | 伊利
luckin, luckin coffee | 瑞幸
mixue | 蜜雪冰城
pop mart | 泡泡玛特
Anta | 安踏
foxconn, hon hai | 富士康 鸿海
petrochina, cnpc | 中石油 中国石油
sinopec | 中石化 中国石化
icbc, industrial and commercial bank | 工商银行 工行
bank of china | 中国银行
hsbc | 汇丰 汇丰银行
standard chartered | 渣打 渣打银行
UBS | 瑞银
credit suisse | 瑞信 瑞士信贷
deutsche bank | 德意志银行
barclays | 巴克莱
goldman sachs, goldman | 高盛
morgan stanley | 摩根士丹利 大摩
jpmorgan, jp morgan, jpmorgan chase | 摩根大通 小摩
citigroup, Citi, citibank | 花旗 花旗集团
bank of america | 美国银行
wells fargo | 富国银行
blackrock | 贝莱德
berkshire hathaway, berkshire | 伯克希尔
silicon valley bank, svb | 硅谷银行
ftx ~cryptocurrency | ftx
binance ~cryptocurrency | 币安
coinbase ~cryptocurrency | coinbase
exxon, exxonmobil ~crude | 埃克森美孚
Chevron ~crude | 雪佛龙
Shell ~crude | 壳牌
BP ~crude | 英国石油
totalenergies ~crude | 道达尔
aramco, saudi aramco ~crude ~saudiarabia | 沙特阿美 阿美
gazprom ~gas ~russia | 俄气 俄罗斯天然气工业
pfizer ~drug | 辉瑞
moderna ~drug | 莫德纳
astrazeneca ~drug | 阿斯利康
novo nordisk ~drug | 诺和诺德
eli lilly ~drug | 礼来
johnson & johnson, johnson and johnson ~drug | 强生
roche ~drug | 罗氏
novartis ~drug | 诺华
merck ~drug | 默沙东 默克
Bayer | 拜耳
sinovac ~drug | 科兴
sinopharm ~drug | 国药
walmart | 沃尔玛
costco | 开市客
Target Corp | 塔吉特
ikea | 宜家
starbucks | 星巴克
mcdonald, mcdonalds | 麦当劳
kfc | 肯德基
coca cola, coca-cola, Coke | 可口可乐
pepsi, pepsico | 百事 百事可乐
nestle | 雀巢
unilever | 联合利华
procter & gamble, p&g | 宝洁
nike | 耐克
adidas | 阿迪达斯
lvmh | 路威酩轩
gucci, kering | 开云 古驰
Hermes | 爱马仕
UPS, united parcel service | 联合包裹
fedex | 联邦快递
dhl | 敦豪
maersk | 马士基
siemens | 西门子
bosch | 博世
basf | 巴斯夫
nokia | 诺基亚
ericsson | 爱立信
philips | 飞利浦
nippon steel | 日本制铁 新日铁
US Steel | 美国钢铁
tata | 塔塔
Reliance | 信实
adani | 阿达尼
real madrid | 皇家马德里 皇马
fc barcelona | 巴萨
manchester united | 曼联
manchester city | 曼城
Liverpool | 利物浦
Arsenal | 阿森纳
Chelsea | 切尔西
bayern munich | 拜仁 拜仁慕尼黑
paris saint-germain, psg | 巴黎圣日耳曼
inter miami | 迈阿密国际
`;
