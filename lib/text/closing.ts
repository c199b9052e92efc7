/** The lines that end articles. Touches nothing. */

const CLOSING =
	/^[【[［]?(?:热门新闻|熱門新聞|更多文章|更多新闻|更多新聞|(?:相关|相關)(?:报道|报导|新闻|阅读|文章|链接|专题|報導|報道|新聞|閱讀|連結|專題)|延伸(?:阅读|閱讀)|(?:推荐|推薦)(?:阅读|閱讀)|你可能(?:也|还|還)?(?:喜欢|喜歡|感兴趣|感興趣)|猜你(?:喜欢|喜歡)|阅读全文|閱讀全文|分享(?:到|至)?|(?:网友|網友|读者|讀者)?(?:评论|評論)|留言.{0,4}|发表评论|上一篇.*|下一篇.*|責任編輯.*|责任编辑.*|related(?: articles| stories| coverage)?|more (?:stories|from .{1,40})|most (?:read|popular)|read (?:more|next)|recommended|you may also like|comments|share(?: this)?)[】\]］]?\s*[:：]?\s*$/i;

/** Whether it is a short line by which outlets say that the article is over and other stories begin. */
export const closes = (text: string): boolean => CLOSING.test(text);
