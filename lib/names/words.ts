/**
 * Words that stand beside names in English and Chinese news, by what they say about the name beside them.
 * General to the languages: nothing here is about any one story.
 */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Before a surname these say nothing: it may be whoever bears it. Lower case. */
export const TITLES = list(`
	mr mister president chairman marshal leader comrade dictator premier excellency ruler strongman despot secretary
	general-secretary supreme commander-in-chief chief head then-president ex-president tsar czar autocrat sir lord
	king emperor`);

/** Behind a place they begin an office's name, not the place's. Lower case. */
export const OFFICES = list(
	'vice deputy prime foreign defence defense ministry press central military parliament',
);

/** Titles that fit nobody who is called by a bare surname and a state's title: the bearer is another. Lower case. */
export const OTHER_TITLES = list(`
	ms mrs miss mme madam madame mademoiselle lady dame queen princess dr doctor prof professor sen senator rep
	representative congressman congresswoman coach judge justice capt captain sgt sergeant lt lieutenant cpl corporal
	pvt private officer detective inspector constable mayor gov governor ambassador envoy rabbi rev reverend father
	pastor bishop archbishop cardinal sister brother chef nurse engineer analyst actor actress singer rapper
	dj reporter correspondent journalist photographer editor author writer director producer researcher spokesman
	spokeswoman spokesperson lawyer attorney prosecutor councillor councilman councilwoman mp mep minister
	golfer striker midfielder defender goalkeeper skater gymnast swimmer boxer wrestler pitcher shortstop teacher
	student businessman businesswoman banker economist artist designer model comedian host influencer defector
	wife husband daughter son cousin nephew niece aunt uncle mother grandmother named called surnamed`);

/** Capitalised for other reasons than being part of a name. Lower case. */
export const CALENDAR = list(`
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december today yesterday tomorrow tonight`);

/** Words that begin sentences or stand capitalised in headlines, and are no part of a person's name. Lower case. */
export const ORDINARY = list(`
	a an the this that these those his her their its our my your some any all both each every no not none many much
	more most few several one two three first second last next another other such same who whom whose which what when
	where why how if whether though although while because since as until till unless after before during once
	and or but nor so yet for of in on at by to from with without within into onto over under between among against
	about around across through toward towards upon via like unlike despite except per amid amidst beyond behind
	beside besides near inside outside off out up down then now later earlier soon still even only just also too
	again ever never always often perhaps maybe meanwhile however moreover therefore thus hence instead otherwise
	nevertheless nonetheless indeed afterwards afterward eventually meantime overnight here there i he she it we they
	him them us me is are was were be been being has have had do does did can could will would shall should may might
	must let says say said saying tells tell told asks ask asked adds added calls call called warns warn warned vows
	vow vowed urges urge urged meets meet met visits visit visited hails hail hailed praises praise praised thanks
	thank thanked backs back backed slams slam slammed denies deny denied rejects reject rejected accepts accept
	accepted arrives arrive arrived leaves leave left returns return returned travels travel traveled travelled
	heads boards rides ride rode drives drive drove gives give gave gifts gets get got takes take took makes make made
	sends send sent offers offer offered signs sign signed holds hold held hosts host hosted welcomes welcome welcomed
	greets greet greeted invites invite invited watches watch watched inspects inspect inspected oversees oversee oversaw
	attends attend attended speaks speak spoke talks talk talked discusses discuss discussed seeks seek sought wants want
	wanted needs need needed plans plan planned hopes hope hoped expects expect expected pledges pledge pledged promises
	promise promised threatens threaten threatened fires fire fired launches launch launched tests test tested
	shows show showed sees see saw looks look looked goes go went comes come came keeps keep kept starts start started
	ends end ended opens open opened wins win won loses lose lost leads lead led faces face faced marks mark marked
	agrees agree agreed claims claim claimed confirms confirm confirmed reveals reveal revealed insists insist insisted
	believes believe believed thinks think thought knows know knew toasts toast toasted shakes shake shook
	arrival visit visits summit summits meeting meetings trip talks train speech toast letter message photo photos video
	watch live breaking news opinion analysis explainer update updated exclusive factbox timeline profile interview
	why's what's who's here's there's it's that's
	new old young good great big small high low long short own early late russian korean chinese american japanese
	ukrainian british soviet western eastern northern southern european asian moscow-based seoul-based
	whether asked given facing following citing according`);

/** Before a place: another place, or a part of it that bears its own name. Lower case. */
export const OTHER_PLACE = list(`
	new north south east west northern southern eastern western northeast northwest southeast southwest central latin
	upper lower inner outer saint st san santa fort port mount mt lake cape point glen isle camp upstate
	air radio hotel bank dynamo spartak lokomotiv real inter team miss cafe café restaurant`);

/**
 * Capitalised behind a place, what is still that place's own: the Ukraine War, the Moscow Court. Not what bears a place's
 * name for good and is something else (Times, Airport, Region, Convention, Cup). Lower case.
 */
export const OF_PLACE = list(`
	war wars crisis conflict invasion summit border front talks sanctions embassy consulate government regime parliament
	court courts police army navy troops forces officials authorities residents`);

/** Before a country's name, capitalised, and still that country. Lower case. */
export const SAME_PLACE = list(`
	nazi communist imperial soviet mainland greater modern ancient tsarist post-soviet post-war wartime socialist
	stalinist maoist fascist medieval colonial ottoman capitalist downtown present-day republican`);

/** Heads of a name with "of" in it: University of Tokyo, Gulf of Mexico. */
export const NAME_OF =
	/(?:^|[^\p{L}])(?:University|Universities|College|Institute|Academy|Bank|Gulf|Bay|Strait|Straits|Isle|Voice|Battle|Siege|Treaty|Peace|Duke|Duchess|Prince|Princess|Earl|Bishop|Archbishop|Church|Sons|Daughters|Daughter|Heart|Spirit|Statue|Tower|House|Port|Republic of Guinea)\s+(?:of|de|do|da)\s+(?:the\s+)?$/u;

/** Syllables of Korean given and family names, as they stand before or after a surname. Lower case. */
export const KOREAN = list(`
	kim lee park choi choe jung jeong chung kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon hwang ahn an
	song yoo ryu hong jeon ko koh moon bae baek heo huh nam sim noh roh ha kwak sung cha joo woo koo min ryoo jin
	na um won young jae soo hyun joon jun ho hee yong dae il sook eun ji hye kyung seung tae dong myung sang`);

/** One character each: family names that are hardly ever words before a name. */
export const HAN_SURNAMES = new Set(
	'李林胡何高江马馬王张張刘劉陈陳杨楊赵趙黄黃吴吳徐孙孫朱郭罗羅梁宋郑鄭谢謝韩唐冯馮董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻潘杜戴夏钟鍾汪田姜范石姚谭譚廖邹鄒熊陆陸郝孔崔康毛邱秦史顾顧侯邵孟龙龍段雷钱錢汤湯尹黎武贺賀赖賴龚龔文朴',
);

/** Transliterated endings: what stands before them is the beginning of a longer name. */
export const HAN_ENDINGS = /^[尔爾斯茨兹茲姆娜娅婭娃莎妮莉蒂黛琳勒萨薩诺諾涅耶夫尼]$/;
/** Transliterated beginnings. */
export const HAN_BEGINNINGS = /^[阿布巴穆萨薩谢謝伊贝貝塔罗羅]$/;

/** A word right behind a place that makes the two a river, a paper, a school, a language. */
export const HAN_TAILS =
	/^(?:河|湾|灣|湖|洋|海峡|海峽|运河|運河|山脉|山脈|语|語|文|话|話|族|教|日报|日報|时报|時報|晚报|晚報|早报|早報|邮报|郵報|周刊|週刊|大学|大學|银行|銀行|航空|电视台|電視台|广播公司|廣播公司|交易所)$/;
/** A single character right before a place that makes it another. */
export const HAN_OTHER_PLACE = /^[南北东東西新白小古]$/;
/** Behind a person's name: somebody of the family. */
export const HAN_FAMILY = /^(?:夫人|女士|太太|小姐)$/;
/** What may stand with a name in one word and leaves it what it is: 中国人, 北京市. */
export const HAN_BENIGN =
	/^(?:人|人民|大革命|革命|人士|籍|裔|队|隊|军|軍|方|市|省|州|县|縣|区|區|岛|島|国|國|史|政府|式|版|化|制|造|产|產|族人|半岛|共和国|共和國)$/;
/** Behind 俄国, 美国 …: the second half of another word, which segmenters tend to miss (俄|国防部). */
export const HAN_STATE = /^(?:防[部长長军軍]|务[院卿]|務[院卿]|会议员|會議員|土安全|家[队隊安])/;
