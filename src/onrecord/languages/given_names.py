"""Given names that nearly always belong to women, and to men, romanised: which of two persons "she" can be.

Common knowledge, not a corpus: names that both bear ("Andrea", "Jean", "Kim", "Leslie") are left out, and a person
whose name is in neither list can be either. It never becomes a value of the record; it only rules out a pronoun.
"""

from __future__ import annotations

from onrecord.languages.language import words

WOMEN = words("""
    abigail ada adriana agnes aisha alexandra alice alicia alina alison amanda amelia amy ana anastasia angela
    angelina anita ann anna anne annette antonia anya ayesha barbara beatrice beatriz benazir bernadette bertha beth
    betsy betty beverly bianca birgit brenda bridget brigitte camilla carla carmen carol carolina caroline carolyn
    catherine cathy cecilia celine charlotte chloe christina christine cindy claire clara claudia colleen
    condoleezza consuelo cristina cynthia daniela deborah debra denise diana diane dolores donna dora doris dorothy
    edith eileen elaine eleanor elena elisabeth elizabeth ella ellen elsa emily emma erica erika esther eva evelyn
    fatima federica fiona florence frances francesca gabriela gabrielle gail geraldine gertrude gina giorgia gisela
    gladys gloria grace greta hannah harriet heather heidi helen helena helga hilary hillary ida ilse imelda ines
    ingrid irene irina iris isabel isabella ivanka jacinda jane janet janice jasmine jeanne jennifer jessica jill
    joan joanna josephine joyce juanita judith judy julia juliana julie juliet kaja kamala karen karin karina kate
    katarina katharina katherine kathleen kathryn kathy katie katrina kristina laila larisa laura lauren leila lena
    leticia lidia lillian linda lisa liz lois loretta lori louise lucia lucy ludmila luisa lydia lynn madeleine maia
    malala manuela marcia margaret margarita margot maria mariam marianne marie marija marilyn marina marine
    marjorie martha mary matilda maureen maya megan meghan melania melanie melinda melissa mercedes meryl mette mia
    michele michelle mildred mira miriam moira molly mona monica monika muriel nadezhda nadia nancy naomi natalia
    natalie natasha nicola nicole nina nora norma olena olga olivia oksana pamela patricia paula pauline peggy
    penelope petra phyllis polina priscilla rachel ramona rebecca regina renata renee rita roberta rosa rosalie
    rosario rosemary ruth sabine sadia sally samantha sandra sanna sara sarah sharon sheila shirley silvia simone
    sofia sonia sophia sophie stacy stella stephanie sue susan susana susanna susanne suzanne svetlana sviatlana
    sylvia tamara tania tatiana tatyana teresa thelma theresa therese tina toni tracey ursula valentina valeria
    valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy wilma winifred xiomara yelena
    yekaterina yolanda yulia yuliya yvette yvonne zainab zoe zuzana
""")
MEN = words("""
    aaron abdul abdullah abraham adam adolf adrian ahmad ahmed alan albert alberto alejandro aleksandr aleksei alex
    alexander alexandre alexei alfonso alfred ali allen alyaksandr anatoly anders andre andreas andrei andrew andrey
    andriy angus antal anthony antonio antony archibald ariel arnold arthur artur arvind asif ashraf august augusto
    barack bashar ben benjamin benito bernard bernd bernie bert bill bob bogdan boris boyko brad brandon brendan
    brett brian bruce bruno carl carlos cesar charles charlie chris christian christopher chuck clarence claude
    clifford clive colin conrad cornelius craig curtis cyril damien daniel danny darren dave david dean denis dennis
    desmond diego dieter dimitri dmitri dmitry dominic dominique donald doug douglas duncan dwight ed eddie edgar
    eduardo edward edwin elias elijah emil emmanuel emmerson enrique eric erik ernest ernesto ernst ethan eugene
    evan evo felipe felix fernando fidel floyd francesco francis francisco franco francois frank frankie fred
    frederick friedrich fritz gabriel gareth gary gavin gennady geoff geoffrey georg george gerald gerard gerhard
    giovanni giuseppe glenn gordon graham greg gregory guido guillermo gustav gustavo hamid hans harold harry harvey
    hassan hector heinrich heinz helmut henri henrik henry herbert herman homer horst howard hubert hugh hugo
    humphrey ian ibrahim igor ilham ilya imangali imran isaac ismail ivan jack jacob jacques jaap jaime jair jakob
    jakub james jan janos jared jason javier jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joe joel
    john johnny jon jonathan jorge jose josef joseph joshua juan julian julius jurgen justin karim karl kassym keith
    ken kenneth kevin klaus kofi konstantin kurt kyle larry lars laurence lawrence leo leon leonard leonid leopold
    lewis liam lloyd louis luca lucas luis luiz lukas luke magnus mahmoud malcolm manuel marc marcel marco marcus
    mario mark markus martin marvin mateusz matteo matthew maurice mauricio max maximilian melvin michael miguel
    mike mikhail miklos milan milos milton mitch mitt mohamed mohammad mohammed moritz moses muhammad murray mustafa
    narendra nathan nathaniel neil nelson newt nicholas nick nicolas nigel nikita nikol nikolai nikolay nils noah
    norbert norman oleg oleksandr oliver olaf omar orlando oscar oskar otto owen pablo paolo pascal patrick paul
    pavel pavlo pedro pete peter petr petro philip philipp philippe phillip pierre pyotr rafael rafic ralph ramon
    ramzan randall randy raul ray raymond recep reginald reinhard rene ricardo richard rick robert roberto rod
    roderick rodney rodrigo roger roland rolf roman ronald ross roy rudolf rudolph rudy rupert russell sam samuel
    sanjay saul scott sean sebastian serge sergei sergey sergio seth seymour shane sidney siegfried sigmund silvio
    simon spencer stanislav stanley stefan stephen steve steven stewart stuart sven sylvester tariq ted tedros
    terence terrence terry theodore thomas tibor tim timothy toby todd tom tomas tommy tony trevor ulrich umberto
    uwe vaclav vadim valery vasily victor viktor vincent vitali vitaly vladimir volodymyr wallace walter warren
    wayne werner wilfred wilhelm will william willy winston wladyslaw wolfgang xavier yasser yevgeny yitzhak yuri
    yusuf zbigniew
""")
