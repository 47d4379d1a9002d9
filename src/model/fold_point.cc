// As BERT's basic tokenizer has it in the form of Hugging Face's `tokenizers` (BertNormalizer, BertPreTokenizer): controls go,
// ideographs stand alone, accents go, lower case. Its tables of categories are those of Unicode 8: what was assigned later is
// neither accent nor punctuation there, and the vocabulary knows none of it. Tested by fold_point_test.cc.
#include "model/fold_point.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "base/utf8.h"

namespace firsthand::model {

namespace {

constexpr std::uint8_t kUnicodeOfCategories = 8;

// The category as a mask (U_GC_…_MASK).
std::uint32_t find_category(char32_t point) {
    switch (point) {                               // those that had another category then
        case 0x1734: return U_GC_MN_MASK;
        case 0x166D:
        case 0x111C9: return U_GC_PO_MASK;
        case 0x1885:
        case 0x1886: return U_GC_LO_MASK;
        case 0xA9BD: return U_GC_MC_MASK;
        default: break;
    }
    const std::uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(point));
    if ((category & (U_GC_CF_MASK | U_GC_MN_MASK | U_GC_P_MASK)) == 0) return category;
    UVersionInfo assigned;
    u_charAge(static_cast<UChar32>(point), assigned);
    return assigned[0] <= kUnicodeOfCategories ? category : U_GC_CN_MASK;
}

// The blocks that the tokenizer names, extension E with its wrong beginning.
bool is_ideograph(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) || (c >= 0x2A700 && c <= 0x2B81F) ||
           (c >= 0x2B920 && c <= 0x2CEAF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

bool is_ascii_punctuation(char32_t c) { return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }

PointKind find_kind(char32_t point) {
    if (point == '\t' || point == '\n' || point == '\r') return PointKind::space;
    const std::uint32_t category = find_category(point);
    if (point == base::kReplacement || (category & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK)) != 0) return PointKind::nothing;
    if ((category & U_GC_Z_MASK) != 0) return PointKind::space;
    if ((category & U_GC_P_MASK) != 0 || is_ascii_punctuation(point)) return PointKind::punctuation;
    return is_ideograph(point) ? PointKind::ideograph : PointKind::letter;
}

}  // namespace

FoldedPoints fold_point(char32_t point, const UNormalizer2* decomposition) {
    FoldedPoints folded;
    const PointKind kind = find_kind(point);
    if (kind == PointKind::nothing) return folded;
    if (kind == PointKind::space) {
        folded.points[folded.size++] = {kind, ' '};
        return folded;
    }
    std::array<UChar, 8> parts;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t size = unorm2_getDecomposition(decomposition, static_cast<UChar32>(point), parts.data(), static_cast<std::int32_t>(parts.size()), &status);
    if (size < 0 || U_FAILURE(status) != 0) {      // it has none
        size = 0;
        U16_APPEND_UNSAFE(parts, size, point);
    }
    for (std::int32_t i = 0; i < size && folded.size < folded.points.size();) {
        char32_t part = 0;
        U16_NEXT_UNSAFE(parts, i, part);
        if ((find_category(part) & U_GC_MN_MASK) != 0) continue;
        const bool stops = kind == PointKind::letter && part != point && find_kind(part) == PointKind::punctuation;   // "≠" is "=" without its stroke
        folded.points[folded.size++] = {stops ? PointKind::punctuation : kind, static_cast<char32_t>(u_tolower(static_cast<UChar32>(part)))};
    }
    return folded;
}

}  // namespace firsthand::model
