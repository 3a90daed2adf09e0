package nl.baton.bench;

import java.util.List;
import java.util.Random;

/**
 * Names as a Dutch customer base has them: a few surnames that very many bear, and very many that few do; particles, double
 * names, initials, and names from elsewhere.
 */
final class DutchNames {

    /** The most frequent first. */
    private static final List<String> FIRST = words("""
            Johannes Maria Jan Anna Cornelis Hendrik Johanna Elisabeth Willem Peter Pieter Jacobus Petronella Mohamed Wilhelmina
            Gerrit Adriana Thomas Cornelia Martin Robert Hendrika Michael Marco Anne Sandra Erik Monique Daan Emma Sem Julia
            Lucas Sophie Levi Tess Bram Lotte Finn Eva Milan Sara Noah Lisa Luuk Isa Thijs Fleur Lars Zoë Jesse Anouk Ruben Femke
            Tim Iris Niels Sanne Kevin Kim Dennis Linda Jeroen Marieke Bas Mirjam Frank Esther Richard Karin Ronald Marjolein
            Rob Ingrid Henk Annemarie Kees Tineke Wim Ria Piet Greetje Klaas Jantje Sjoerd Froukje Wouter Lieke Jasper Maartje
            Stijn Roos Gijs Noor Joris Hanneke Koen Judith Maarten Carolien Matthijs Danielle Sander Nicole Arjan Astrid Fatima
            Ahmed Yusuf Aylin Mehmet Emine Ali Khadija Hassan Samira Omar Naima Priya Rajesh Wei Ling Agnieszka Piotr Katarzyna
            Tomasz José Carmen Luís Inês François Élise Jürgen Käthe Søren Ángel Želimir Oksana Dmytro Siobhán Chloë Daniël Loïs
            """);

    /** The most frequent first. */
    private static final List<String> LAST = lines("""
            de Jong;Jansen;de Vries;van den Berg;van Dijk;Bakker;Janssen;Visser;Smit;Meijer;de Boer;Mulder;de Groot;Bos;Vos;
            Peters;Hendriks;van Leeuwen;Dekker;Brouwer;de Wit;Dijkstra;Smits;de Graaf;van der Meer;van der Linden;Kok;Jacobs;
            de Haan;Vermeulen;van den Heuvel;van der Veen;van den Broek;de Bruijn;van der Heijden;Schouten;van Beek;Willems;
            van Vliet;van de Ven;Hoekstra;Maas;Verhoeven;Koster;van Dam;van der Wal;Prins;Blom;Huisman;Peeters;de Jonge;Kuipers;
            van Veen;Postma;Kuiper;Veenstra;Kramer;van den Brink;Scholten;van Wijk;Postma;Martens;Vink;de Ruiter;Timmermans;
            Groen;Gerritsen;Jonker;van Loon;Boer;van der Velde;Willemsen;Smeets;de Lange;de Vos;van Dongen;Schipper;de Koning;
            van der Laan;Koning;Driessen;van Doorn;Hermans;Evers;van den Bosch;van der Meulen;Hofman;Bosman;Wolters;Sanders;
            van der Horst;Mol;Kuijpers;Molenaar;van de Pol;de Leeuw;Verbeek;Huisman;van Es;van der Ploeg;Boersma;Bosch;Rietveld;
            Yilmaz;Kaya;Nguyen;El Amrani;Ben Ali;Singh;Özdemir;Kowalski;Núñez;'t Hart;in 't Veld;op den Camp;ten Have;ter Horst;
            van 't Hoff;uit den Bogaard;Müller;Schmidt;da Silva;dos Santos;Le Blanc;al Hassan
            """);

    private static final List<String> BEGINNINGS = words("""
            Aal Aker Bak Beek Berg Bier Blok Boek Bol Bosch Braam Breed Brink Broek Bruin Buiten Dal Dijk Dool Doorn Eek Els Engel
            Gaas Geel Gel Goud Graven Groen Haag Hamer Haver Heem Heide Hof Hol Hoog Hout Huis Kade Kamp Kerk Klaver Klein Kool
            Korte Kraan Kruis Kuil Laan Land Lange Leeuw Linde Loo Maan Meer Molen Mors Nieuw Noord Ooster Oude Over Pas Plas
            Poel Polder Pot Riet Rijk Roos Rood Ruit Schaap Scheep Schoon Slot Snij Steen Ster Stok Terp Tol Tuin Uiter Veen Veld
            Vis Vlas Vogel Voor Vries Waard Wal Water Weide Wester Wiel Wijn Wilgen Winter Wit Wolf Woud Zand Zee Zilver Zomer Zuid
            """);
    private static final List<String> ENDS = words("""
            aar aard berg boer boom bos broek brug burg dam dijk donk drecht eind eker elaar eling els ema enburg ens ger graaf
            groot haag ham hart heem hof hoek horst hout huis huizen inga ink kamp kerk koop laan land ling loo ma mans meer meijer
            molen mond plaats poort ra rade rijk schot sel siek sma stede steen stra straten terp veen veld venne voort waard
            wal weg werf wijk winkel woude zicht zijl
            """);
    private static final List<String> PARTICLES = List.of(
            "", "", "", "", "", "van ", "van ", "van de ", "van den ", "van der ", "de ", "ten ", "ter ", "van het ");

    private DutchNames() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private static List<String> lines(String text) {
        return List.of(text.strip().split(";\\s*"));
    }

    static String first(Random random) {
        return frequent(FIRST, random);
    }

    /** With its particles. */
    static String last(Random random) {
        if (random.nextInt(100) < 55) {
            return frequent(LAST, random);
        }
        return PARTICLES.get(random.nextInt(PARTICLES.size())) + frequent(BEGINNINGS, random) + frequent(ENDS, random);
    }

    /** As it stands in a register: with a first name, several, or initials only; some bear a partner's name before it. */
    static String full(String first, String last, Random random) {
        String before = switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> first.charAt(0) + ".";
            case 4, 5 -> first.charAt(0) + "." + first(random).charAt(0) + ".";
            case 6 -> first + " " + first(random);
            default -> first;
        };
        return before + " " + (random.nextInt(12) == 0 ? last + "-" + last(random) : last);
    }

    /** The further back, the seldomer. */
    static <T> T frequent(List<T> all, Random random) {
        double place = random.nextDouble();
        return all.get((int) (all.size() * place * place));
    }
}
