// A model small enough to work out every score by hand. On 31 October 2018 its rules read the year 2017, the second
// quarter of 2018 and, for the period before, the first.
//
//   personeel      financieel, bv and stichting only: below 65% 2 points, below 50% 3 points
//   groei          financieel (cap 4): 2 points
//   jong           bestuur: 4 points
//   zonder_vog     bestuur (cap 6): 3 points
//   fraude         knock-out with floor 10, at the gate only
//
// orange from 2, light red from 5, middle red from 7, dark red from 10; completeness floor 75%
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "temporary_folder.h"

namespace slagboom::tests {

inline std::string small_fact(const std::string& key, const std::string& type, const std::string& frequency) {
    return "[" + key + "]\ntype = \"" + type + "\"\nfrequency = \"" + frequency + "\"\n" +
           (frequency == "dated" ? "validity_months = 24\n" : "") + "label = \"" + key +
           "\"\nquestion = \"Wat is het?\"\nsources = [\"kvk\"]\nprotection = \"open\"\n";
}

inline std::string small_step(const std::string& rule, int points) {
    return "[[step]]\nrule = '''" + rule + "'''\n" +
           (points > 0 ? "points = " + std::to_string(points) + "\n" : std::string()) + "source = \"voorstel\"\n";
}

inline std::string small_page(const std::string& title) {
    return "# " + title +
           "\n## Wat meten wij\nDit.\n## Waarom is dit een signaal\nDaarom.\n## Wanneer niet\nDan.\n## Bron\n"
           "Ons voorstel.\n## Voorbeeld\nZo.\n";
}

inline std::string small_indicator(const std::string& title, const std::string& place, const std::string& phases,
                                   const std::string& rest) {
    return "title = \"" + title + "\"\n" + place + "\nphases = [" + phases +
           "]\nexplanations = [\"een onschuldige reden\"]\n" + rest;
}

inline std::string small_model_toml() {
    return "language = 1\nname = \"Klein\"\nversion = \"0.1.0\"\ndescription = \"Om na te rekenen.\"\n"
           "[available_after]\nyear = 5\nquarter = 2\nmonth = 1\nsource = \"voorstel\"\n"
           "[withheld]\nabove = 40\nsource = \"voorstel\"\n"
           "[completeness]\nfloor = 75\nsource = \"voorstel\"\n"
           "[colours]\norange = 2\nlight_red = 5\nmiddle_red = 7\ndark_red = 10\nsource = \"voorstel\"\n"
           "[[urgency]]\nkey = \"subcategorie\"\ndirection = \"descending\"\n"
           "[[urgency]]\nkey = \"laagste\"\ndirection = \"descending\"\n"
           "[categories.bestuur]\ntitle = \"Bestuur\"\ncap = 6\nsource = \"voorstel\"\n"
           "[categories.financieel]\ntitle = \"Geld\"\ncap = 4\nsource = \"voorstel\"\n";
}

inline std::string small_facts_toml() {
    return small_fact("clienten", "number", "quarter") + small_fact("fraude_vastgesteld", "boolean", "dated") +
           small_fact("omzet", "amount", "year") + small_fact("oprichting", "date", "dated") +
           small_fact("personeelskosten", "amount", "year") + small_fact("rechtsvorm", "choice", "dated") +
           "[rechtsvorm.options]\nbv = \"besloten vennootschap\"\neenmanszaak = \"eenmanszaak\"\n"
           "stichting = \"stichting\"\n" +
           small_fact("vog", "boolean", "dated");
}

/// Every file of the model by its path inside the folder.
inline std::map<std::string, std::string> small_model() {
    std::map<std::string, std::string> files{{"model.toml", small_model_toml()}, {"facts.toml", small_facts_toml()}};
    const auto add = [&](const std::string& key, const std::string& toml, const std::string& cases) {
        const std::string folder = "indicators/" + key + "/";
        files[folder + "indicator.toml"] = toml;
        files[folder + "uitleg.md"] = small_page("Titel van " + key);
        files[folder + "cases.test"] = cases;
    };
    add("personeel",
        small_indicator("Titel van personeel", "category = \"financieel\"", "\"monitoring\"",
                        "[applies_to]\nrule = '''rechtsvorm in ('bv', 'stichting')'''\nreason = \"geen personeel\"\n" +
                            small_step("personeelskosten / omzet < 65%", 2) +
                            small_step("personeelskosten / omzet < 50%", 3)),
        "geval de helft\n  rechtsvorm = bv\n  omzet = € 1.000\n  personeelskosten = € 500\n  => treffer, 2 punten\n");
    add("groei",
        small_indicator("Titel van groei", "category = \"financieel\"", "\"monitoring\"",
                        small_step("growth(clienten) > 50%", 2)),
        "geval verdubbeld\n  clienten = 20\n  clienten vorig = 10\n  => treffer, 2 punten\n");
    add("jong",
        small_indicator("Titel van jong", "category = \"bestuur\"", "\"poort\", \"monitoring\"",
                        small_step("years_since(oprichting) < 2", 4)),
        "geval oud\n  oprichting = 2000-01-01\n  => geen treffer\n");
    add("zonder_vog",
        small_indicator("Titel van zonder_vog", "category = \"bestuur\"", "\"monitoring\"", small_step("not vog", 3)),
        "geval onbekend\n  => onbekend, 0 tot 3 punten\n");
    add("fraude", small_indicator("Titel van fraude", "floor = 10", "\"poort\"", small_step("fraude_vastgesteld", 0)),
        "geval vastgesteld\n  fraude_vastgesteld = ja\n  => treffer\n");
    return files;
}

inline void write_model(const std::filesystem::path& folder, const std::map<std::string, std::string>& files) {
    for (const auto& [inside, content] : files) write_text(folder / inside, content);
}

/// Four providers in long form, worked out on 31 October 2018:
///   a  40% → 3, growth 67% → 2, capped at 4; one year old → 4, no vog → 3, capped at 6: 10, dark red
///   b  nothing hits: 0, green
///   c  a sole trader of whom only the vog is known: 0 – 6, 3 of 9 points known: grey
///   d  60% → 2: orange
inline std::string small_region() {
    return "aanbieder;feit;periode;waarde;bron;datum\n"
           "a;rechtsvorm;2018-09-01;bv;kvk;2018-09-01\n"
           "a;omzet;2017;1.000.000,50;digimv;2018-05-01\n"
           "a;personeelskosten;2017;400.000;digimv;2018-05-01\n"
           "a;clienten;2018-Q2;100;vragenlijst;2018-09-01\n"
           "a;clienten;2018-Q1;60;vragenlijst;2018-06-01\n"
           "a;oprichting;2018-09-01;2017-05-01;kvk;2018-09-01\n"
           "a;vog;2018-09-01;nee;kvk;2018-09-01\n"
           "b;rechtsvorm;2018-09-01;stichting;kvk;2018-09-01\n"
           "b;omzet;2017;1.000.000;digimv;2018-05-01\n"
           "b;personeelskosten;2017;700.000;digimv;2018-05-01\n"
           "b;clienten;2018-Q2;100;vragenlijst;2018-09-01\n"
           "b;clienten;2018-Q1;100;vragenlijst;2018-06-01\n"
           "b;oprichting;2018-09-01;2000-01-01;kvk;2018-09-01\n"
           "b;vog;2018-09-01;ja;kvk;2018-09-01\n"
           "c;rechtsvorm;2018-09-01;eenmanszaak;kvk;2018-09-01\n"
           "c;vog;2018-10-31;ja;kvk;2018-10-31\n"
           "d;rechtsvorm;2018-09-01;stichting;kvk;2018-09-01\n"
           "d;omzet;2017;1.000.000;digimv;2018-05-01\n"
           "d;personeelskosten;2017;600.000;digimv;2018-05-01\n"
           "d;clienten;2018-Q2;100;vragenlijst;2018-09-01\n"
           "d;clienten;2018-Q1;100;vragenlijst;2018-06-01\n"
           "d;oprichting;2018-09-01;2000-01-01;kvk;2018-09-01\n"
           "d;vog;2018-09-01;ja;kvk;2018-09-01\n";
}

}  // namespace slagboom::tests
