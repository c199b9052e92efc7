/** Two sentences of ours that differ in one thing: done or only planned, possible, asked, alleged; said or denied; said of another. */
export interface Pair {
	claim: string;
	/** States the claim. */
	yes: string;
	/** Does not. */
	no: string;
}

const pair = (claim: string, yes: string, no: string): Pair => ({ claim, yes, no });

/** Of September 2023. */
export const PAIRS_2023: Pair[] = [
	pair('putin-accepts-invitation', '普京接受了访问朝鲜的邀请。', '普京没有接受访问朝鲜的邀请。'),
	pair(
		'putin-accepts-invitation',
		'普丁接受金正恩的邀請，將訪問北韓。',
		'普丁可能接受金正恩的邀請訪問北韓。',
	),
	pair(
		'putin-accepts-invitation',
		'Putin accepted the invitation to visit North Korea.',
		'Putin declined to accept the invitation to visit North Korea.',
	),
	pair(
		'putin-accepts-invitation',
		'Putin has accepted an invitation to Pyongyang.',
		'It was not clear whether Putin would accept an invitation to Pyongyang.',
	),
	pair('kim-invites-putin', '金正恩邀请普京访问朝鲜。', '金正恩没有邀请普京访问朝鲜。'),
	pair('kim-invites-putin', '金正恩邀請普京訪問北韓。', '金正恩計劃邀請普京訪問北韓，但未定日期。'),
	pair(
		'kim-invites-putin',
		'Kim invited Putin to visit North Korea.',
		'Kim may invite Putin to visit North Korea.',
	),
	pair('rifles-exchanged', '普京和金正恩互赠步枪。', '克里姆林宫否认普京和金正恩互赠步枪。'),
	pair('rifles-exchanged', '普丁與金正恩互贈步槍。', '普丁與金正恩將互贈步槍。'),
	pair(
		'rifles-exchanged',
		'Putin and Kim gave each other rifles.',
		'Putin and Kim reportedly gave each other rifles.',
	),
	pair('lavrov-october', '拉夫罗夫将于10月访问平壤。', '拉夫罗夫可能于10月访问平壤。'),
	pair('lavrov-october', '拉夫羅夫預定下個月訪問平壤。', '拉夫羅夫已經訪問了平壤。'),
	pair(
		'lavrov-october',
		'Lavrov will visit Pyongyang in October, the Kremlin said.',
		'Lavrov will not visit Pyongyang in October, the Kremlin said.',
	),
	pair(
		'lavrov-october',
		'Lavrov is expected to visit Pyongyang in October.',
		'Lavrov visited Pyongyang in October.',
	),
	pair('toured-cosmodrome', '普京带金正恩参观了发射场。', '普京将带金正恩参观发射场。'),
	pair('toured-cosmodrome', '普丁與金正恩參觀太空發射場。', '普丁與金正恩並未參觀太空發射場。'),
	pair(
		'toured-cosmodrome',
		'Putin and Kim toured the launch site.',
		'Putin and Kim were to tour the launch site.',
	),
	pair('talks-held', '普京与金正恩举行了会谈。', '普京与金正恩取消了会谈。'),
	pair('talks-held', '普京與金正恩舉行會談。', '普京與金正恩可能舉行會談。'),
	pair('talks-held', 'Putin and Kim held talks.', 'Putin and Kim are to hold talks.'),
	pair('one-on-one-talks', '普京和金正恩单独会谈。', '普京和金正恩不会单独会谈。'),
	pair('one-on-one-talks', 'Putin and Kim talked alone.', 'Putin and Kim will talk alone.'),
	pair('missile-launch', '朝鲜向日本海发射了两枚导弹。', '朝鲜准备向日本海发射两枚导弹。'),
	pair('missile-launch', '北韓向日本海發射兩枚飛彈。', '北韓否認向日本海發射兩枚飛彈。'),
	pair(
		'missile-launch',
		'North Korea fired two missiles into the Sea of Japan.',
		'North Korea could fire two missiles into the Sea of Japan.',
	),
	pair('banquet-held', '普京设宴款待金正恩。', '普京将设宴款待金正恩。'),
	pair(
		'cosmonaut-offer',
		'俄罗斯可以训练一名朝鲜宇航员并送他上太空。',
		'俄罗斯训练了一名朝鲜宇航员，送他上了太空。',
	),
	pair('cosmonaut-offer', '俄方提議送一名北韓太空人上太空。', '俄方拒絕送一名北韓太空人上太空。'),
	pair(
		'cosmonaut-offer',
		'Russia could send a North Korean cosmonaut into space.',
		'Russia has sent a North Korean cosmonaut into space.',
	),
	pair('budanov-shipments', '布达诺夫说，朝鲜已向俄罗斯运送武器。', '布达诺夫说，朝鲜没有向俄罗斯运送武器。'),
	pair(
		'budanov-shipments',
		'Budanov said North Korea had shipped arms to Russia.',
		'Budanov said North Korea might ship arms to Russia.',
	),
	pair(
		'kim-leaves-for-khabarovsk',
		'金正恩的专列驶往哈巴罗夫斯克边疆区。',
		'金正恩的专列将驶往哈巴罗夫斯克边疆区。',
	),
	pair(
		'japan-protest',
		'Japan protested to North Korea through its embassy in Beijing.',
		'Japan may protest to North Korea through its embassy in Beijing.',
	),
	pair('kim-yo-jong-present', '金與正隨代表團訪俄。', '金與正沒有隨代表團訪俄。'),
	pair('two-satellite-failures', '朝鲜两次发射卫星都失败了。', '朝鲜可能两次发射卫星都失败。'),
];

/** Of June 2024, before that day's talks. */
export const PAIRS_2024: Pair[] = [
	pair('north-korea-denies-arms', '朝鲜否认向俄罗斯提供武器。', '朝鲜向俄罗斯提供武器。'),
	pair(
		'north-korea-denies-arms',
		'Pyongyang denies supplying arms to Russia.',
		'Pyongyang is supplying arms to Russia.',
	),
	pair(
		'us-allies-accuse-2024',
		'美國及其盟友指控北韓向俄羅斯提供飛彈。',
		'美國及其盟友沒有指控北韓向俄羅斯提供飛彈。',
	),
	pair(
		'partnership-to-be-signed',
		'普京与金正恩将签署全面战略伙伴关系协议。',
		'普京与金正恩签署了全面战略伙伴关系协议。',
	),
	pair(
		'partnership-to-be-signed',
		'Putin and Kim will sign a strategic partnership pact.',
		'Putin and Kim signed a strategic partnership pact.',
	),
	pair('vietnam-next', '普丁之後將前往越南。', '普丁之後不會前往越南。'),
	pair('embrace-at-airport', '普京与金正恩拥抱。', '普京与金正恩没有拥抱。'),
	pair('aurus-ride', 'Putin and Kim rode in an Aurus car.', 'Putin and Kim would ride in an Aurus car.'),
];
