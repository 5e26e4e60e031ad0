"""First names common in Belgium, of many origins, folded. They order a name's words; they admit none."""

from typing import Final

KNOWN: Final = frozenset(
    """
    aaron abdel abdelkader abdellah abderrahim abdul abdullah abel achraf adam adem adil adrian adriana
    adriaan adrien agnes agnieszka ahmad ahmed ahmet aicha aisha alain albert alberto aldo alejandro
    aleksandra alex alexander alexandra alexandre alexia alexis alfons alfred ali alice alicia alida alina
    aline alma alois amal amandine amber ambroise amelie amina amine amir amira an ana anais anas
    anastasia anca andre andrea andreas andreea andrei andries andrzej angela angelica angelo anick anissa
    anita anja anke ann anna annabel anne anneke annelies annelien annemie anthony antoine anton antonia
    antonio antoon ariane arianna arjen armand armin arne arnaud arno arthur arturo arvid asma assia
    astrid atilla audrey august aurelie aurora axel axelle aya ayana aydin aylin ayman ayoub ayse aysel
    aziz aziza barbara bart bartosz beata beatrice beatrijs beatriz ben benedicte benjamin benoit berkay
    bernadette bernard berre bert bertrand bianca bieke bilal birgit bjorn bo bob bogdan boris boudewijn
    bram brahim brecht brenda brent brigitte britt bruno burak camille can carine carl carla carlo carlos
    carmen carolien carolina caroline cas casper catharina catherine cathy cecile cedric celia celine
    cemal chaima chantal charlotte charles chloe chris christa christel christelle christian christiane
    christina christine christoph christophe ciara cihan cindy claire clara claude claudia claudine
    clemence clement colette conny cor cornelia corneel corinne cristian cristina cristiana cynthia cyriel
    cyril daan dalila damian damien dan dana daniel daniela danielle danny daphne david dawid debby
    deborah delphine demi denis denise denys desire diana diane didier diederik dieter dilara dimitri dina
    dirk djamila dominik dominique dorien dorina dorothea dries driss dylan dzhan ebru eddy edgard edith
    edouard eduard edward edwin eef eline elena elena-maria eleni eleonora elia elias elien elif elisa
    elisabeth elise elke ella ellen elly els elsa elsie elvira emiel emil emile emilia emilie emily emine
    emma emmanuel emre engin enrico enzo eric erica erik erika ernest erwin esma esperance estelle esther
    eugene eva eveline evelien evi evy ewa fabian fabien fabienne fabio fadila fadma faiza farah farid
    farida fatih fatiha fatima fatma fatoumata fatou fausto fay federico felix femke fernand fernanda
    fernando ferre ferdinand fien filip filippo finn fiona firmin fleur flor flora florence florian floris
    fouad franca france francesca francesco francine francis francisco franck francois francoise frank
    frans franz fred freddy frederic frederik frederique freya frieda gabor gabriel gabriela gabriella
    gabrielle gaston geert gent georges georgette georgiana gerard gerald gerda germain germaine gert
    gertrude ghislain ghislaine gianni gilbert gilles gina giovanni gisele gitte giulia giuseppe gloria
    godelieve goedele gonzalo goran grace grazyna greet gregory greta grete griet guido guillaume guiseppe
    gunther gust gustaaf guy gwen gwendoline hadewych hadija hafida hafsa hajar hakan hakim halil halima
    halina hamid hamida hamza hana hanan hanna hannah hannelore hanne hans haris harold harry hasan hassan
    hatice hava hayat hector hedwig heidi helena helene helga hendrik henk henri henriette herbert herman
    hermine hicham hichem hilal hilda hilde houda hubert hugo huguette hulya huseyin iban ibrahim ibrahima
    ida ides ignace ikram ilaria ilham ilias ilona ilse iman imane imke imran ines inge ingeborg ingrid
    inne ioana ion ionela ionut irena irene irina iris irma isa isaac isabel isabella isabelle ismael
    ismail issam istvan ivan ivana ivo izabela jaak jaap jack jackie jacob jacqueline jacques jade jamal
    jamila jan jana jane janne janusz jari jarne jaroslav jasmien jasmin jasmina jasmine jason jasper
    javier jayden jean jeanine jeanne jeannine jef jelena jelle jennifer jenny jens jente jeroen jerome
    jerzy jesse jessica jessie jette jihane jill jo joachim joana joanna joao jochen joeri johan johanna
    johannes johnny jolanda jolien jolijn jonas jonathan joost joren joris jorge jos jose josee josef
    josefa josefien joseph josephine josette josse jozef jozefien joyce juan jules julia julian juliana
    julie julien juliette jurgen justin justine kaat kadir kamal kamel kamil kamila karel karen karim
    karima karin karine karl karlien karolien karolina kasper kaat katarina katarzyna kate katelijne
    kathleen kathy katia katja katleen katrien katrijn kawtar kelly kemal kenan kenneth kenny kenza kerim
    kevin khadija khalid khaled kim kimberley kimberly kirsten klaartje klara klaas klaus kobe koen
    koenraad konrad kristel kristien kristina kristine kristof krista krystyna krzysztof kurt lana lander
    lara lars lary latifa laura laure laurence laurens laurent laurien laurine lea leen leentje leila lena
    lenka lennert leo leon leonard leonie leontine leopold leslie levi lia lies liesbet liesbeth liese
    lieselot lieve lieven lili lilian liliana liliane lina linda lindsay line lionel lisa lise lisette liv
    livia loes loic lola lore loredana loren lorena lorenzo lotte lou loubna louis louisa louise lounes
    lowie luc luca lucas lucia lucian lucie lucien lucienne lucrece ludo ludovic ludwig luis luisa luk
    lukas lukasz luna lut lydia lydie lyna lynn maaike maarten maarit machteld maddy madeleine madelief
    magali magda magdalena maged magomed mahamadou mahmoud mahmut maite maja malak malgorzata malik malika
    malin mamadou manon manu manuel manuela manuella mara marc marcel marcella marcelle marcin marco
    marcos mare marek maria mariam mariama marian mariana mariane marianne marie marieke marieke mariel
    marielle marietta mariette marija marijke marijn marika marilyn marina mario marion mariska marissa
    marita marius mariusz marjan mark markus marleen marlies marloes marta martha marthe martijn martin
    martina martine mary maryam maryse mateo mateusz mathias mathieu mathilde mathis matteo matthew
    matthias matthieu matthijs mattias maud maureen maurice maurits mauro max maxim maxime maximilian may
    maya mayra medina mehdi mehmet melanie melike melissa melody meriem merel merve meryem meryam mia
    michael michal michel michele micheline michelle mickael mieke miet miguel mihaela mihai mike mila
    milan milena milica mina mine mira miranda mireille miriam mirjam mirko mirza mo mohamed mohammad
    mohammed mona monica monika monique moritz mounir mounia mourad moussa muhammad muhammed mustafa
    mustapha myriam nabil nabila nada nadege nadia nadine nadja naima najat najib nancy naomi nasser
    nassim natacha natalia natalie natasha nathalie nathan nawal nele nelly nena nermin nesrine nicky nico
    nicola nicolae nicolas nicole nicoleta niels nihad nikita nikola nikolai nikolaos nils nina nisrine
    noa noah noel noella noemie noor nora nordin norbert noreddine noura nour nourdin nuria nurcan nuray
    nursel odette oksana olaf olena oleksandr olga olivia olivier omar omer onur orhan orlando oscar osman
    oumaima oumar oumou pablo paola pascal pascale pascaline pat patricia patrice patrick patrik patrycja
    paul paula paulette pauline paulo pavel pawel pedro peggy peter petr petra petronella philip philippe
    pia pierre piet pieter pieterjan piotr pol quinten rabia rachel rachid rachida radia radu rafael
    rafaela rafal rahma raisa ralph ramazan ramona rani raoul raphael raquel rashid raymond razvan rebecca
    rebekka regina regine reginald reinhilde reinout remi remco rena renaat renata renate rene renee
    renilde renzo resul ria ricardo richard rik riet rita rob robbe robby robert roberta roberto robin
    robrecht rocco rodica rodrigo roel roeland roger roland rolf roman romain ronald ronny ronja rosa
    rosalie rosalinde rosanne rosita roos roswitha roxana ruben rudi rudolf rudy rune ruslan rut ruth ruud
    saad sabine sabri sabrina safae safia safiya said saida saliha salih salim salima salma salvatore sam
    samantha sami samia samir samira samuel sana sander sandra sandrina sandrine sanne santiago sara sarah
    saskia sebastian sebastiaan sebastien selena selim selin selma semra senne serge sergio serkan sevda
    sevgi sevim seyda shaima shana shanti sharon sherif shirley sibel sidonie siebe sien sigrid siham
    silke silvia silvana simon simona simone sjoerd slavica sofia sofie soraya soufiane soumaya souad
    sophia sophie stan stanislas stanislaw stef stefaan stefan stefania stefanie stefano steffi stella
    stephan stephane stephanie steve steven stien stijn sultan sunita susan susana susanne suzanna suzanne
    suzy sven svenja svetlana sylvain sylvia sylvie szymon tamara tania tanja tara tarik tatiana tatjana
    teo teodor terese teresa tess tessa thais theo theodoor theresa therese thibault thibaut thierry thijs
    thomas thor tibo tiemen tijl tijs til tim timothy tina tine tineke tinne titia tobias tom tomas tomasz
    toni tony toon tore trees tristan trui tugba turkan tuur tygo umit umut urbain ursula uta vadim
    valentin valentina valeria valerie vanessa vasile vera verena veronica veronika veronique vicky victor
    victoria viktor viktoria vincent vinciane violette virginie viviane vladimir vlad vojtech volkan wafa
    walid walter wannes warre wassim wendy werner wesley wiebe wies wiesje wilfried willem willemijn willy
    wilma wim wout wouter xander xavier yahya yana yannick yann yara yasin yasmin yasmina yasmine yassin
    yassine yassir yavuz yentl yeliz yilmaz ylenia yolande yoran youness younes youri yousra youssef yulia
    yuliya yunus yuri yusuf yves yvette yvonne zahra zakaria zara zayneb zehra zeineb zeynep zita ziad
    zineb zinedine zofia zoe zohra zoltan zora zsofia zuhal zuzana jorn jurgen soren veerle machteld
    hakima rahim osama tarek samuela emanuela iryna olha natalya kateryna mykola serhii ihor andriy vasyl
    petro dmytro dmitri sergei aleksei tetiana liudmyla valentyna oleg halyna svitlana yevhen mariia
    nataliia anastasiia daryna roza shpresa arben blerim besnik fatmir agron valbona drita lirije gezim
    ilir esperanza aminata awa binta fanta kadiatou mariame oumy ousmane seydou ngozi chidi emeka blessing
    precious tendai patience merveille dieudonne gracia nsimba jolie exauce divine benedict alphonse
    bienvenu innocent faustin immaculee claudette odile solange gisela berivan rojin zilan azad dilan
    rezan hawre sirwan shilan parwin mahsa reza hossein zahir zabihullah gul marjan freshta laila shirin
    soheila parisa leyla tesfaye yonas selam hirut meron abeba mulu tigist senait mehret biniam filmon
    tekle priya anjali rahul sanjay deepak lakshmi sunil pooja nguyen linh minh thi hoa wei li jing mei
    xin yan
    """.split()
)
