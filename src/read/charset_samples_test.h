// Invented news in many languages, for the tests of charsets. In Unicode here; encode() makes the bytes.
#pragma once

#include <unicode/ucnv.h>

#include <string>
#include <string_view>
#include <vector>

namespace firsthand::read {

struct CharsetSample {
    const char* charset;                           // WHATWG
    const char* icu;
    const char* text;
};

inline const std::vector<CharsetSample>& charset_samples() {
    static const std::vector<CharsetSample> samples = {
        {"windows-1251", "windows-1251",
         "Мост через реку Квелл закрыт со вторника, потому что одна из опор просела. Мэр Мара Квилл сказала, что никто не пострадал, а ремонт займёт не меньше "
         "трёх недель. «Мы проверим каждую опору», — добавила она."},
        {"KOI8-R", "KOI8-R",
         "Мост через реку Квелл закрыт со вторника, потому что одна из опор просела. Мэр Мара Квилл сказала, что никто не пострадал, а ремонт займет не меньше "
         "трех недель. Движение пустят в объезд через старый город."},
        {"windows-1252", "windows-1252",
         "The café on Quell Street was “closed until further notice”, said José Dell, its owner – nobody was hurt. Die Brücke über die Quell ist seit Dienstag "
         "gesperrt, größere Schäden gibt es nicht. À l’école, les élèves étaient déjà rentrés."},
        {"windows-1250", "windows-1250",
         "Most na rzece Quell jest zamknięty od wtorku, ponieważ jeden z filarów osiadł. Burmistrz powiedziała, że nikt nie został ranny, a naprawa potrwa co "
         "najmniej trzy tygodnie. „Sprawdzimy każdy filar”, dodała. Mieszkańcy muszą jeździć objazdem przez śródmieście, gdzie już wcześniej były duże korki."},
        {"windows-1253", "windows-1253",
         "Η γέφυρα πάνω από τον ποταμό Κουέλ είναι κλειστή από την Τρίτη, επειδή ένας από τους πυλώνες υποχώρησε. Η δήμαρχος είπε ότι κανείς δεν τραυματίστηκε "
         "και ότι οι επισκευές θα διαρκέσουν τουλάχιστον τρεις εβδομάδες."},
        {"windows-1254", "windows-1254",
         "Quell nehri üzerindeki köprü, ayaklarından biri çöktüğü için salı gününden beri kapalı. Belediye başkanı kimsenin yaralanmadığını ve onarımın en az üç "
         "hafta süreceğini söyledi. Şehrin doğusundaki öğrenciler okula başka bir yoldan gidiyor, otobüsler de değişik güzergâh kullanıyor."},
        {"EUC-KR", "windows-949-2000",
         "퀸 강을 건너는 다리가 교각 하나가 내려앉아 화요일부터 폐쇄되었다. 시장은 다친 사람이 없으며 수리에는 적어도 세 주가 걸릴 것이라고 말했다. 주민들은 우회로를 이용하고 "
         "있다."},
        {"Shift_JIS", "windows-31j",
         "クエル川にかかる橋は、橋脚の一つが沈んだため火曜日から閉鎖されている。市長は、けが人はなく、修理には少なくとも三週間かかると述べた。住民は遠回りをしている。"},
        {"GBK", "gb18030",
         "奎尔河上的大桥因一座桥墩下沉，自星期二起关闭。市长表示，没有人受伤，维修至少需要三个星期。居民只能绕道而行，公共汽车也改变了路线。学校将在下周恢复上课。"},
        {"Big5", "Big5-HKSCS",
         "奎爾河上的大橋因一座橋墩下沉，自星期二起關閉。市長表示，沒有人受傷，維修至少需要三個星期。居民只能繞道而行，公共汽車也改變了路線。學校將在下週恢復上課。"},
        {"UTF-16LE", "UTF-16LE", "The bridge over the Quell is “closed”, said Mara Quill. Мост закрыт."},
        {"UTF-16BE", "UTF-16BE", "The bridge over the Quell is “closed”, said Mara Quill. Мост закрыт."},
    };
    return samples;
}

inline std::string encode(std::string_view utf8, const char* icu) {
    UErrorCode error = U_ZERO_ERROR;
    std::string bytes(utf8.size() * 4 + 16, '\0');
    const std::string text(utf8);
    const auto size = ucnv_convert(icu, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()), text.data(), static_cast<std::int32_t>(text.size()), &error);
    bytes.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(size));
    return bytes;
}

}  // namespace firsthand::read
