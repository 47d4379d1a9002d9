// Text -> paragraphs, sentences, tokens, quotation marks.
//
// To add a step: one file annotate/<step>.cc with a function and a table test, and a line in annotate.cc.
#pragma once

#include <string_view>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::annotate {

// All steps, in order. Cannot fail: nothing found is an empty vector. Linear in the text.
[[nodiscard]] Annotation annotate(const Document& document);

// Bytes of the paragraphs of a text, furniture left out; ordered, disjoint, trimmed of white space, none empty.
[[nodiscard]] std::vector<ByteSpan> find_paragraphs(std::string_view text, const std::vector<ByteSpan>& furniture);

// Appends the tokens of one paragraph.
void append_tokens(std::string_view text, ByteSpan paragraph, std::vector<Token>& tokens);

// Sentences of a paragraph of tokens.
void append_sentences(std::string_view text, const std::vector<Token>& tokens, TokenSpan paragraph, std::vector<TokenSpan>& sentences);

// Passages in quotation marks, paragraph by paragraph: curly, straight, single marks and guillemets, nested, unclosed,
// reopened at each paragraph of a running quotation. Apostrophes are told apart.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Token>& tokens, const std::vector<TokenSpan>& paragraphs);

}  // namespace firsthand::annotate
