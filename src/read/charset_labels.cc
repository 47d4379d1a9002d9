// The labels of the WHATWG Encoding Standard, 4.2. Left out: x-user-defined, ISO-8859-16 (ICU has none), and what the standard
// itself does not decode (UTF-7, HZ, ISO-2022-KR). Tested by charset_test.cc.
#include "read/charset_labels.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "read/charset.h"

namespace firsthand::read {

namespace {

using base::lower;

constexpr auto kCharsets = std::to_array<Charset>({
    {"UTF-8", "UTF-8", Script::wide, "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"},
    {"windows-1252", "windows-1252", Script::latin,
     "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"},
    {"windows-1250", "windows-1250", Script::latin, "cp1250 x-cp1250"},
    {"windows-1251", "windows-1251", Script::other, "cp1251 x-cp1251"},
    {"windows-1253", "windows-1253", Script::other, "cp1253 x-cp1253"},
    {"windows-1254", "windows-1254", Script::latin,
     "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254"},
    {"windows-1255", "windows-1255", Script::other, "cp1255 x-cp1255"},
    {"windows-1256", "windows-1256", Script::other, "cp1256 x-cp1256"},
    {"windows-1257", "windows-1257", Script::latin, "cp1257 x-cp1257"},
    {"windows-1258", "windows-1258", Script::other, "cp1258 x-cp1258"},
    {"windows-874", "windows-874", Script::other, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    {"ISO-8859-2", "ISO-8859-2", Script::latin, "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    {"ISO-8859-3", "ISO-8859-3", Script::latin, "csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    {"ISO-8859-4", "ISO-8859-4", Script::latin, "csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    {"ISO-8859-5", "ISO-8859-5", Script::other, "csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    {"ISO-8859-6", "ISO-8859-6", Script::other,
     "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    {"ISO-8859-7", "ISO-8859-7", Script::other,
     "csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    {"ISO-8859-8", "ISO-8859-8", Script::other,
     "csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"},
    {"ISO-8859-10", "ISO-8859-10", Script::latin, "csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    {"ISO-8859-13", "ISO-8859-13", Script::latin, "iso8859-13 iso885913"},
    {"ISO-8859-14", "ISO-8859-14", Script::latin, "iso8859-14 iso885914"},
    {"ISO-8859-15", "ISO-8859-15", Script::latin, "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    {"IBM866", "IBM866", Script::other, "866 cp866 csibm866"},
    {"KOI8-R", "KOI8-R", Script::other, "cskoi8r koi koi8 koi8_r"},
    {"KOI8-U", "KOI8-U", Script::other, "koi8-ru"},
    {"macintosh", "macintosh", Script::latin, "csmacintosh mac x-mac-roman"},
    {"x-mac-cyrillic", "x-mac-cyrillic", Script::other, "x-mac-ukrainian mac-cyrillic"},
    {"GBK", "gb18030", Script::wide, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936"},
    {"gb18030", "gb18030", Script::wide, ""},
    {"Big5", "Big5-HKSCS", Script::wide, "big5-hkscs cn-big5 csbig5 x-x-big5 cp950"},
    {"EUC-JP", "EUC-JP", Script::wide, "cseucpkdfmtjapanese x-euc-jp"},
    {"ISO-2022-JP", "ISO-2022-JP", Script::wide, "csiso2022jp"},
    {"Shift_JIS", "windows-31j", Script::wide, "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932"},
    {"EUC-KR", "windows-949-2000", Script::wide,
     "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 uhc windows-949 cp949"},
    {"UTF-16LE", "UTF-16LE", Script::wide, "utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff"},
    {"UTF-16BE", "UTF-16BE", Script::wide, "unicodefffe"},
});

constexpr std::size_t kLongestLabel = 32;

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

}  // namespace

const Charset* find_charset_row(std::string_view label) {
    constexpr std::string_view kAround = " \t\r\n\f\"'";
    const std::size_t begin = label.find_first_not_of(kAround);
    if (begin == std::string_view::npos) return nullptr;
    label = label.substr(begin, label.find_last_not_of(kAround) - begin + 1);
    if (label.size() > kLongestLabel || label.find(' ') != std::string_view::npos) return nullptr;
    std::string folded(label);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    const auto is_named = [&](const Charset& row) {
        const auto same = [](char a, char b) { return lower(a) == b; };
        return std::equal(row.name.begin(), row.name.end(), folded.begin(), folded.end(), same) || has_word(row.labels, folded);
    };
    const auto* row = std::find_if(kCharsets.begin(), kCharsets.end(), is_named);
    return row == kCharsets.end() ? nullptr : row;
}

std::string_view find_charset(std::string_view label) {
    const Charset* row = find_charset_row(label);
    return row == nullptr ? std::string_view() : row->name;
}

}  // namespace firsthand::read
