// SPDX-License-Identifier: Apache-2.0
package io.mcfconnector.testkit;

import io.mcfconnector.testkit.tiktok.Recipient;
import java.util.List;
import java.util.Random;

/** Invents people. Their phones have numbers that nobody has. */
final class SamplePeople {

  private static final List<String> FIRST_NAMES =
      List.of(
          "Marisol", "Aiyana", "Desmond", "Ingrid", "Tobias", "Keiko", "Lamar", "Priya", "Owen",
          "Zofia", "Mateo", "Harriet", "Jamal", "Linnea", "Rafael", "Beatrix", "Anders", "Nadia");

  private static final List<String> LAST_NAMES =
      List.of(
          "Quintanilla-Reyes",
          "Whitehorse",
          "Fairbanks",
          "Okonkwo",
          "Lindqvist",
          "Tanaka",
          "Delacroix",
          "Marlowe",
          "Petrov",
          "Hollis",
          "Ferreira",
          "Abernathy",
          "Nakagawa",
          "O'Dell",
          "Vance",
          "Castellano",
          "Brightwater",
          "Singh");

  private static final List<String> STREETS =
      List.of(
          "Harbor Finch St",
          "Juniper Hollow Rd",
          "Copper Kettle Ln",
          "Wandering Oak Dr",
          "Paper Lantern Ave",
          "Quiet Otter Way",
          "Saddle Moon Blvd",
          "Thistledown Ct",
          "Blue Anvil Ter",
          "Old Compass Pl");

  private static final List<String> UNITS = List.of("", "", "", "", "Apt 7C", "Unit 12", "Ste 300");

  /** State, county, city, postal code. */
  private static final List<String> PLACES =
      List.of(
          "Alabama|Jefferson|Birmingham|35203",
          "Alaska|Anchorage|Anchorage|99501",
          "Arizona|Maricopa|Phoenix|85004",
          "Arkansas|Pulaski|Little Rock|72201",
          "California|Alameda|Oakland|94601",
          "Colorado|Denver|Denver|80202",
          "Connecticut|Hartford|Hartford|06103",
          "Delaware|New Castle|Wilmington|19801",
          "District of Columbia|District of Columbia|Washington|20005",
          "Florida|Orange|Orlando|32801",
          "Georgia|Fulton|Atlanta|30303",
          "Hawaii|Honolulu|Honolulu|96813",
          "Idaho|Ada|Boise|83702",
          "Illinois|Cook|Chicago|60602",
          "Indiana|Marion|Indianapolis|46204",
          "Iowa|Polk|Des Moines|50309",
          "Kansas|Sedgwick|Wichita|67202",
          "Kentucky|Jefferson|Louisville|40202",
          "Louisiana|Orleans|New Orleans|70112",
          "Maine|Cumberland|Portland|04101",
          "Maryland|Baltimore|Towson|21204",
          "Massachusetts|Suffolk|Boston|02108",
          "Michigan|Wayne|Detroit|48226",
          "Minnesota|Hennepin|Minneapolis|55401",
          "Mississippi|Hinds|Jackson|39201",
          "Missouri|Jackson|Kansas City|64106",
          "Montana|Yellowstone|Billings|59101",
          "Nebraska|Douglas|Omaha|68102",
          "Nevada|Clark|Las Vegas|89101",
          "New Hampshire|Hillsborough|Manchester|03101",
          "New Jersey|Essex|Newark|07102",
          "New Mexico|Santa Fe|Santa Fe|87501",
          "New York|Kings|Brooklyn|11201",
          "North Carolina|Mecklenburg|Charlotte|28202",
          "North Dakota|Cass|Fargo|58102",
          "Ohio|Franklin|Columbus|43215",
          "Oklahoma|Tulsa|Tulsa|74103",
          "Oregon|Multnomah|Portland|97204",
          "Pennsylvania|Philadelphia|Philadelphia|19107",
          "Rhode Island|Providence|Providence|02903",
          "South Carolina|Charleston|Charleston|29401",
          "South Dakota|Minnehaha|Sioux Falls|57104",
          "Tennessee|Davidson|Nashville|37219",
          "Texas|Travis|Austin|78701",
          "Utah|Salt Lake|Salt Lake City|84101",
          "Vermont|Chittenden|Burlington|05401",
          "Virginia|Henrico|Richmond|23219",
          "Washington|King|Seattle|98101",
          "West Virginia|Kanawha|Charleston|25301",
          "Wisconsin|Milwaukee|Milwaukee|53202",
          "Wyoming|Laramie|Cheyenne|82001");

  private final Random random;

  SamplePeople(Random random) {
    this.random = random;
  }

  Recipient next() {
    String[] place = pick(PLACES).split("\\|", -1);
    return new Recipient(
        pick(FIRST_NAMES) + " " + pick(LAST_NAMES),
        String.format("(+1)%d55501%02d", 201 + random.nextInt(700), random.nextInt(100)),
        100 + random.nextInt(9800) + " " + pick(STREETS),
        pick(UNITS),
        place[2],
        place[1],
        place[0],
        place[3]);
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
