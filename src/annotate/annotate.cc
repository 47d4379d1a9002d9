// Which step follows which. Tested by annotate_test.cc.
#include "annotate/annotate.h"

namespace firsthand::annotate {

Annotation annotate(const Document& document) {
    Annotation annotation;
    annotation.tokens.reserve(document.text.size() / 5);
    for (const ByteSpan paragraph : find_paragraphs(document.text, document.furniture)) {
        const auto begin = static_cast<std::uint32_t>(annotation.tokens.size());
        append_tokens(document.text, paragraph, annotation.tokens);
        const TokenSpan tokens{begin, static_cast<std::uint32_t>(annotation.tokens.size())};
        if (tokens.empty()) continue;
        annotation.paragraphs.push_back(tokens);
        append_sentences(document.text, annotation.tokens, tokens, annotation.sentences);
    }
    annotation.quotations = find_quotations(document.text, annotation.tokens, annotation.paragraphs);
    return annotation;
}

}  // namespace firsthand::annotate
