// The endings are those that Windows knows as "connected files"; browsers use the same in each language. Tested by walk_test.cc.
#include "read/companions.h"

#include <array>
#include <string>

namespace firsthand::read {

bool belongs_to_page(std::string_view folder, const std::function<bool(std::string_view)>& exists) {
    constexpr auto kEndings = std::to_array<std::string_view>({"_files", ".files", "-Dateien", "_Dateien", "-filer", "_archivos", "_arquivos", "_bestanden",
        "_bylos", "_datoteke", "_dosyalar", "_elemei", "_failid", "_fails", "_fajlovi", "_ficheiros", "_fichiers", "_file", "_fitxategiak", "_fitxers",
        "_pliki", "_soubory", "_tiedostot"});
    for (const std::string_view ending : kEndings) {
        if (!folder.ends_with(ending) || folder.size() == ending.size()) continue;
        const std::string stem(folder.substr(0, folder.size() - ending.size()));
        for (const std::string_view page : {".html", ".htm", ".xhtml", ".HTML", ".HTM", ".html.gz"})
            if (exists(stem + std::string(page))) return true;
    }
    return false;
}

bool describes_folder(std::string_view name) {
    std::string stem;
    for (const char c : name.substr(0, name.find('.'))) stem.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c);
    return stem == "README" || stem == "LICENSE" || stem == "LICENCE";
}

}  // namespace firsthand::read
