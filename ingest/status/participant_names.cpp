// Names are compared as slugs, so case, accents and punctuation do not matter. kStates gives each State its official
// name, and kOtherNames leads further names to the same State. A name that is in neither table is not a participant:
// status pages are read by names, so a guess would put an act on the wrong State.

#include "ingest/status/participant_names.h"

#include <array>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "graph/key.h"
#include "graph/nearest.h"
#include "graph/vocabulary.h"
#include "ingest/records/provision_record.h"

namespace treatygraph::ingest {
namespace {

/// A name of a State.
struct Named {
  std::string_view iso3;
  std::string_view name;
};

constexpr std::string_view kEuropeanUnion = "European Union";

/// ISO 3166-1 alpha-3 and the short names of the United Nations (UNTERM), in the order of a status table.
constexpr std::array kStates = {
    Named{"AFG", "Afghanistan"},
    Named{"ALB", "Albania"},
    Named{"DZA", "Algeria"},
    Named{"AND", "Andorra"},
    Named{"AGO", "Angola"},
    Named{"ATG", "Antigua and Barbuda"},
    Named{"ARG", "Argentina"},
    Named{"ARM", "Armenia"},
    Named{"AUS", "Australia"},
    Named{"AUT", "Austria"},
    Named{"AZE", "Azerbaijan"},
    Named{"BHS", "Bahamas"},
    Named{"BHR", "Bahrain"},
    Named{"BGD", "Bangladesh"},
    Named{"BRB", "Barbados"},
    Named{"BLR", "Belarus"},
    Named{"BEL", "Belgium"},
    Named{"BLZ", "Belize"},
    Named{"BEN", "Benin"},
    Named{"BTN", "Bhutan"},
    Named{"BOL", "Bolivia (Plurinational State of)"},
    Named{"BIH", "Bosnia and Herzegovina"},
    Named{"BWA", "Botswana"},
    Named{"BRA", "Brazil"},
    Named{"BRN", "Brunei Darussalam"},
    Named{"BGR", "Bulgaria"},
    Named{"BFA", "Burkina Faso"},
    Named{"BDI", "Burundi"},
    Named{"CPV", "Cabo Verde"},
    Named{"KHM", "Cambodia"},
    Named{"CMR", "Cameroon"},
    Named{"CAN", "Canada"},
    Named{"CAF", "Central African Republic"},
    Named{"TCD", "Chad"},
    Named{"CHL", "Chile"},
    Named{"CHN", "China"},
    Named{"COL", "Colombia"},
    Named{"COM", "Comoros"},
    Named{"COG", "Congo"},
    Named{"COK", "Cook Islands"},
    Named{"CRI", "Costa Rica"},
    Named{"CIV", "Côte d'Ivoire"},
    Named{"HRV", "Croatia"},
    Named{"CUB", "Cuba"},
    Named{"CYP", "Cyprus"},
    Named{"CZE", "Czechia"},
    Named{"PRK", "Democratic People's Republic of Korea"},
    Named{"COD", "Democratic Republic of the Congo"},
    Named{"DNK", "Denmark"},
    Named{"DJI", "Djibouti"},
    Named{"DMA", "Dominica"},
    Named{"DOM", "Dominican Republic"},
    Named{"ECU", "Ecuador"},
    Named{"EGY", "Egypt"},
    Named{"SLV", "El Salvador"},
    Named{"GNQ", "Equatorial Guinea"},
    Named{"ERI", "Eritrea"},
    Named{"EST", "Estonia"},
    Named{"SWZ", "Eswatini"},
    Named{"ETH", "Ethiopia"},
    Named{"FJI", "Fiji"},
    Named{"FIN", "Finland"},
    Named{"FRA", "France"},
    Named{"GAB", "Gabon"},
    Named{"GMB", "Gambia (Republic of The)"},
    Named{"GEO", "Georgia"},
    Named{"DEU", "Germany"},
    Named{"GHA", "Ghana"},
    Named{"GRC", "Greece"},
    Named{"GRD", "Grenada"},
    Named{"GTM", "Guatemala"},
    Named{"GIN", "Guinea"},
    Named{"GNB", "Guinea-Bissau"},
    Named{"GUY", "Guyana"},
    Named{"HTI", "Haiti"},
    Named{"VAT", "Holy See"},
    Named{"HND", "Honduras"},
    Named{"HUN", "Hungary"},
    Named{"ISL", "Iceland"},
    Named{"IND", "India"},
    Named{"IDN", "Indonesia"},
    Named{"IRN", "Iran (Islamic Republic of)"},
    Named{"IRQ", "Iraq"},
    Named{"IRL", "Ireland"},
    Named{"ISR", "Israel"},
    Named{"ITA", "Italy"},
    Named{"JAM", "Jamaica"},
    Named{"JPN", "Japan"},
    Named{"JOR", "Jordan"},
    Named{"KAZ", "Kazakhstan"},
    Named{"KEN", "Kenya"},
    Named{"KIR", "Kiribati"},
    Named{"KWT", "Kuwait"},
    Named{"KGZ", "Kyrgyzstan"},
    Named{"LAO", "Lao People's Democratic Republic"},
    Named{"LVA", "Latvia"},
    Named{"LBN", "Lebanon"},
    Named{"LSO", "Lesotho"},
    Named{"LBR", "Liberia"},
    Named{"LBY", "Libya"},
    Named{"LIE", "Liechtenstein"},
    Named{"LTU", "Lithuania"},
    Named{"LUX", "Luxembourg"},
    Named{"MDG", "Madagascar"},
    Named{"MWI", "Malawi"},
    Named{"MYS", "Malaysia"},
    Named{"MDV", "Maldives"},
    Named{"MLI", "Mali"},
    Named{"MLT", "Malta"},
    Named{"MHL", "Marshall Islands"},
    Named{"MRT", "Mauritania"},
    Named{"MUS", "Mauritius"},
    Named{"MEX", "Mexico"},
    Named{"FSM", "Micronesia (Federated States of)"},
    Named{"MCO", "Monaco"},
    Named{"MNG", "Mongolia"},
    Named{"MNE", "Montenegro"},
    Named{"MAR", "Morocco"},
    Named{"MOZ", "Mozambique"},
    Named{"MMR", "Myanmar"},
    Named{"NAM", "Namibia"},
    Named{"NRU", "Nauru"},
    Named{"NPL", "Nepal"},
    Named{"NLD", "Netherlands (Kingdom of the)"},
    Named{"NZL", "New Zealand"},
    Named{"NIC", "Nicaragua"},
    Named{"NER", "Niger"},
    Named{"NGA", "Nigeria"},
    Named{"NIU", "Niue"},
    Named{"MKD", "North Macedonia"},
    Named{"NOR", "Norway"},
    Named{"OMN", "Oman"},
    Named{"PAK", "Pakistan"},
    Named{"PLW", "Palau"},
    Named{"PAN", "Panama"},
    Named{"PNG", "Papua New Guinea"},
    Named{"PRY", "Paraguay"},
    Named{"PER", "Peru"},
    Named{"PHL", "Philippines"},
    Named{"POL", "Poland"},
    Named{"PRT", "Portugal"},
    Named{"QAT", "Qatar"},
    Named{"KOR", "Republic of Korea"},
    Named{"MDA", "Republic of Moldova"},
    Named{"ROU", "Romania"},
    Named{"RUS", "Russian Federation"},
    Named{"RWA", "Rwanda"},
    Named{"KNA", "Saint Kitts and Nevis"},
    Named{"LCA", "Saint Lucia"},
    Named{"VCT", "Saint Vincent and the Grenadines"},
    Named{"WSM", "Samoa"},
    Named{"SMR", "San Marino"},
    Named{"STP", "Sao Tome and Principe"},
    Named{"SAU", "Saudi Arabia"},
    Named{"SEN", "Senegal"},
    Named{"SRB", "Serbia"},
    Named{"SYC", "Seychelles"},
    Named{"SLE", "Sierra Leone"},
    Named{"SGP", "Singapore"},
    Named{"SVK", "Slovakia"},
    Named{"SVN", "Slovenia"},
    Named{"SLB", "Solomon Islands"},
    Named{"SOM", "Somalia"},
    Named{"ZAF", "South Africa"},
    Named{"SSD", "South Sudan"},
    Named{"ESP", "Spain"},
    Named{"LKA", "Sri Lanka"},
    Named{"PSE", "State of Palestine"},
    Named{"SDN", "Sudan"},
    Named{"SUR", "Suriname"},
    Named{"SWE", "Sweden"},
    Named{"CHE", "Switzerland"},
    Named{"SYR", "Syrian Arab Republic"},
    Named{"TJK", "Tajikistan"},
    Named{"THA", "Thailand"},
    Named{"TLS", "Timor-Leste"},
    Named{"TGO", "Togo"},
    Named{"TON", "Tonga"},
    Named{"TTO", "Trinidad and Tobago"},
    Named{"TUN", "Tunisia"},
    Named{"TUR", "Türkiye"},
    Named{"TKM", "Turkmenistan"},
    Named{"TUV", "Tuvalu"},
    Named{"UGA", "Uganda"},
    Named{"UKR", "Ukraine"},
    Named{"ARE", "United Arab Emirates"},
    Named{"GBR", "United Kingdom of Great Britain and Northern Ireland"},
    Named{"TZA", "United Republic of Tanzania"},
    Named{"USA", "United States of America"},
    Named{"URY", "Uruguay"},
    Named{"UZB", "Uzbekistan"},
    Named{"VUT", "Vanuatu"},
    Named{"VEN", "Venezuela (Bolivarian Republic of)"},
    Named{"VNM", "Viet Nam"},
    Named{"YEM", "Yemen"},
    Named{"ZMB", "Zambia"},
    Named{"ZWE", "Zimbabwe"},
};

/// Other names that status pages and statements use, current and former. The node has the official name.
constexpr std::array kOtherNames = {
    Named{"BOL", "Bolivia"},
    Named{"BRN", "Brunei"},
    Named{"BDI", "Republic of Burundi"},
    Named{"CPV", "Cape Verde"},
    Named{"CPV", "Republic of Cabo Verde"},
    Named{"CHN", "People's Republic of China"},
    Named{"COG", "Republic of the Congo"},
    Named{"CIV", "Ivory Coast"},
    Named{"CZE", "Czech Republic"},
    Named{"PRK", "North Korea"},
    Named{"SWZ", "Swaziland"},
    Named{"GMB", "Gambia"},
    Named{"GMB", "Republic of The Gambia"},
    Named{"DEU", "Federal Republic of Germany"},
    Named{"VAT", "Vatican City"},
    Named{"IRN", "Iran"},
    Named{"IRN", "Islamic Republic of Iran"},
    Named{"KGZ", "Kyrgyz Republic"},
    Named{"LAO", "Laos"},
    Named{"LBY", "Libyan Arab Jamahiriya"},
    Named{"FSM", "Micronesia"},
    Named{"FSM", "Federated States of Micronesia"},
    Named{"MDA", "Moldova"},
    Named{"MMR", "Burma"},
    Named{"NLD", "Netherlands"},
    Named{"NLD", "Kingdom of the Netherlands"},
    Named{"MKD", "The former Yugoslav Republic of Macedonia"},
    Named{"MKD", "Republic of North Macedonia"},
    Named{"KOR", "Korea (Republic of)"},
    Named{"KOR", "South Korea"},
    Named{"RUS", "Russia"},
    Named{"WSM", "Western Samoa"},
    Named{"SVK", "Slovak Republic"},
    Named{"PSE", "Palestine"},
    Named{"PSE", "State of Palestine (observer)"},
    Named{"SYR", "Syria"},
    Named{"TLS", "East Timor"},
    Named{"TUR", "Turkey"},
    Named{"GBR", "United Kingdom"},
    Named{"GBR", "Great Britain"},
    Named{"TZA", "Tanzania"},
    Named{"USA", "United States"},
    Named{"USA", "USA"},
    Named{"VEN", "Venezuela"},
    Named{"VEN", "Bolivarian Republic of Venezuela"},
    Named{"BOL", "Plurinational State of Bolivia"},
    Named{"VNM", "Vietnam"},
    Named{"VNM", "Socialist Republic of Viet Nam"},
    Named{"COD", "Zaire"},
};

/// The form in which names are compared.
std::string made_alike(std::string_view name) {
  auto plain = slug_of(name);
  if (plain.starts_with("the-")) plain.erase(0, 4);
  return plain;
}

/// All names, made at the first call.
const std::unordered_map<std::string, Participant>& participants() {
  static const auto all = [] {
    std::unordered_map<std::string, Participant> made;
    std::unordered_map<std::string_view, std::string_view> official;
    for (const auto& [iso3, name] : kStates) {
      official.emplace(iso3, name);
      made.emplace(made_alike(name), Participant{fmt::format("state:{}", iso3), name});
    }
    for (const auto& [iso3, name] : kOtherNames) {
      made.emplace(made_alike(name), Participant{fmt::format("state:{}", iso3), official.at(iso3)});
    }
    for (const auto* name : {"European Union", "European Community", "European Economic Community", "EU"}) {
      made.emplace(made_alike(name), Participant{"org:european-union", kEuropeanUnion});
    }
    return made;
  }();
  return all;
}

}  // namespace

std::optional<Participant> participant_named(std::string_view name) {
  const auto found = participants().find(made_alike(name));
  return found == participants().end() ? std::nullopt : std::optional(found->second);
}

std::string_view nearest_participant(std::string_view name) {
  std::vector<std::string_view> names;
  for (const auto& state : kStates) names.push_back(state.name);
  const auto nearest = nearest_of(name, names, 1);
  return nearest.empty() ? std::string_view() : nearest.front();
}

NodeRecord record_of(const Participant& participant) {
  constexpr std::string_view kState = "state:";
  if (participant.key.starts_with(kState)) {
    return {participant.key,
            {std::string(label::kState)},
            with(curated("high", "ISO 3166-1"),
                 {{"name", participant.name}, {"iso3", participant.key.substr(kState.size())}})};
  }
  return {participant.key,
          {std::string(label::kOrganization)},
          with(curated("high", "as named by the depositary"), {{"name", participant.name}, {"kind", "igo"}})};
}

}  // namespace treatygraph::ingest
