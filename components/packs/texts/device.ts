/** That something could not be kept on this device, and why. Apart from the other texts, since a card says it too. */
import type { UiLang } from '../../../lib/locale/index.ts';

export const DEVICE = {
	en: {
		unkept: 'This could not be kept; what held before still holds.',
		'no-room': 'There is too little room on this device.',
		'no-room-do': 'Free some space, or remove a pack. What you have stays.',
		failed: 'Something went wrong on this device.',
	},
	'zh-CN': {
		unkept: '未能保存，先前的内容仍然有效。',
		'no-room': '本设备空间不足。',
		'no-room-do': '请腾出空间或移除一个资料包。您现有的内容保持不变。',
		failed: '本设备上出了问题。',
	},
	'zh-TW': {
		unkept: '無法儲存，先前的內容仍然有效。',
		'no-room': '本裝置空間不足。',
		'no-room-do': '請騰出空間或移除一個資料包。您現有的內容維持不變。',
		failed: '本裝置上出了問題。',
	},
} satisfies Record<UiLang, object>;

/** In one line. */
export function unkeptIn(lang: UiLang, code: string): string {
	const { unkept, failed, ...room } = DEVICE[lang];
	const why = code === 'no-room' ? [room['no-room'], room['no-room-do']] : [failed];
	return [unkept, ...why].join(lang === 'en' ? ' ' : '');
}
