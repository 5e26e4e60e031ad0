"""First names common in Belgium, of many origins, folded. They order a name's words; they admit none."""

from typing import Final

KNOWN: Final = frozenset(
    """
    aafia aagje aaron abdel abdelkader abdellah abderrahim abdi abdifatah abdirahman abdul abdulkadir
    abdullah abeba abel abiba abida abir ablaye abraham abukar achim achraf adam adama adan adeel adela
    adele adelheid adelina adeline adem adiam adil adina adjoa adnan adriaan adrian adriana adriano adrien
    adrienne afaf afonso aftab agata agathe agim agnes agnieszka agron agustin ahlam ahmad ahmed ahmet
    aicha aileen aiman aime aisha aissatou ajay akash akhil akhtar akosua akram alaa alain alan alassane
    alastair alba alban albana albert albertine alberto albrecht albulena alda aldo aleid alejandra
    alejandro aleksander aleksandra aleksei alena alessia alex alexander alexandra alexandre alexandrina
    alexandrine alexandru alexei alexey alexia alexis alfie alfons alfred ali alice alicia alicja alida
    aliette alin alina aline alioune alison alix alizee alma almaz alois alonso alper alpha alphonse
    alphonsine alvaro ama amadou amal amalia aman amandine amanuel amar amara amaury amber ambroise
    ambroos amedee ameena amelia amelie amina aminata amine aminullah amir amira amit amjad amke amparo
    amrit amy an ana anabela anais anand anas anastasia anastasie anastasiia anastasiya anatoliy anatoly
    anca andjela andra andre andrea andreas andree andreea andrei andres andries andrii andriy andrzej
    ange angel angela angeles angelica angelika angeline angelo angus anick anil anissa anita anja anjali
    anjana anju anke ankie ann anna annabel annabelle anne annegret anneke anneleen annelien annelies
    annelore annemarie annemie annemiek annemieke annette annick anouar anouk anthony antje antoine
    antoinette anton antonia antonio antoon anwar anzhela apolline araceli aram arash arben archibald arda
    ardian arezo ariana ariane arianna arif arjen arjeta arjun arkadiusz arlette armand armando armelle
    armin arnaud arndt arne arno arnold arta artan artem arthur artur arturo arun aruna arvid arzu asad
    asadullah asha ashley ashok asif asli asma asmaa assane assia aster astrid astride atakan atilla atiq
    atiqullah aubin audrey august auguste augustin augusto aurea aurel aurele aurelie aurica aurora avin
    avni awa awaz awet axel axelle aya ayana ayat aydin ayhan aylin ayman aymen aymeric aynur ayoub ayse
    aysegul aysel aysun ayub azad azhar azita aziz aziza babacar badr bahaa bajram bakary baktash
    baldewijn balwinder baptiste baran barbara bardhyl barend baris barry bart bartlomiej bartosz basak
    bashar basim basma bastien batuhan baudouin bavo bayram beata beate beatrice beatrijs beatriz beau
    becky bejan belen belma ben benafsha benedict benedicte bengin benito benjamin benoit benoite bento
    berat bereket berfin beritan berivan berk berkan berkay bernadette bernard bernardo bernd bernhard
    berre bert berta bertha berthe bertrand besa besim besnik beth bettina betty beverley beyza bhavna
    bianca bieke bienvenu bijou bilal biljana biniam binta birgit birgul bjorn blaise blanca blanche
    blandine blerim blerina blessing bo bob boban bodo bogdan bogumil bohdan bojan bojana boris borys
    bosco bosko boubacar bouchra boudewijn bozena bradley brahim bram branca brandon branka branko brecht
    brenda brent brian brice bridget brigitte britt bruce bruno bujar bulent burak burcu burim burkhard
    bushra busra cagla caitlin callum camelia camila camille can candela cansu capucine carine carl carla
    carlo carlos carlota carly carmela carmen caro carole carolien carolina caroline carsten cas casper
    cassandra catalin catalina catharina catherine catho cathy cayetana cecile cecilia cedric celeste
    celestin celestine celia celine cemal cemile cengiz ceren cetin ceyda cezar cezary chadi chaima
    chancelle chandra chantal charanjit charlene charles charline charlotte charly cheikh cheryl chidi
    chidinma chiel chika chinedu chloe chris christa christel christelle christian christiane christina
    christine christoph christophe ciara cidalia cigdem cihan cindy ciprian ciwan claire clara clarisse
    claude claudette claudia claudine claudiu claus clemence clement clive clotilde coen colette colin
    conceicao concepcion connor conny constantin consuelo cor coralie corentin corina corinne corneel
    cornel cornelia cornelis cosmin costel costin coumba courtney craig crina cristi cristian cristiana
    cristina cristobal custodio cynthia cyprien cyriel cyrielle cyril cyrille czeslaw daan dacian dafina
    dagmar daisy dalal dalibor dalila damian damien damon dan dana daniel daniela danielle danijel
    danijela danilo danish danny danut danuta daphne dardan dariusz darren darshan daryna david davy dawid
    dawit debbie debby deborah declan deepak deepika dejan delal delfien delfim delia delphine demi denijs
    denis denisa denise dennis denys deqa derek derya desire detlef dev devrim diana diane diarra didier
    diederik diego dieter dietmar dietrich dieudonne dieuwke dilan dilar dilara dildar dilek dilovan
    dilvin dimitri dimphna dina dinesh dinu dirk divine divya diyar djamel djamila djeneba dmitri dmitriy
    dmitro dmytro doina dolf dolores dominik dominika dominique donna dorcas dorel doriane dorien dorin
    dorina doris dorota dorothea dorothy douglas dounia dragan dragana dragos driek dries driss drita
    driton duarte dumitra dumitru duncan dusan dusica dylan dzhan ebere eberhard ebru ece eda eddy
    edeltraud edgard edite edith edna edona edouard eduard eduarda eduardo edward edwin eef eefje efe
    efrem egbert eglantine egon ehsan eileen ejaz ekaterina ekrem elaine elea elena elena-maria eleni
    eleonora eleonore elfriede elham elia eliane elias elien elif eline elisa elisabete elisabeth elise
    elke ella elleke ellen elliot elly elodie eloise els elsa elsie elvir elvira elzbieta emanuel emanuela
    emeka emeline emiel emil emile emilia emilie emilienne emilio emily emin emina emine emma emmanuel
    emmanuelle emmy emrah emre encarnacion enes engin enrico enrique enver enzo ercan erdal erdem eren
    erhan eric erica erich erik erika erin erkan ermal ermelinda ernest ernestine ernesto ernst erol ersin
    erwin esad esen esin esma esmat esmee esperance esperanza esra esteban estela estelle esther estrella
    ethel etienne eugen eugene eugenie eva evan evelien eveline evelyn evelyne evi evin evy ewa ewald
    ewelina exauce eyob fabian fabien fabienne fabio fabrice fadi fadil fadila fadime fadma fadumo fahd
    faisal faiza fanny fanta farah farahnaz fares farhan farhana farid farida farooq farrukh fartun faruk
    farzad farzana faten fatih fatiha fatima fatlinda fatma fatmir fatos fatou fatoumata faustin fausto
    fauzia fawzi fay fayza fazal federico felicia felicien felicite felicity felipe felix femke fenne
    ferdaous ferdinand fereshta ferhat feride fermin fernand fernanda fernande fernando fernao ferre feven
    fidel fien fikret fikreta filip filipa filipe filippo filiz filmon finn fiona firas firat firmin
    fisnik fitim flamur flavia fleur fleurtje floor floortje flor flora florence florencia florent
    florentin florentina floriaan florian florin florina florine floris fode folake fons fouad fowsia
    franca france francesca francesco francine francis francisca francisco franck francois francoise frank
    frans franz franziska fraser frauke fred freddy frederic frederik frederika frederique freshta
    freweyni freya frieda friedhelm friedrich frits fritz funmilayo furkan gabi gabin gabor gabriel
    gabriela gabriele gabriella gabrielle gaby gael gaelle gaetan gagandeep galina gamze ganesh gareth
    gary gaspard gaston gavin geert gemma genc genet genevieve genowefa gent geoffrey george georges
    georgeta georgette georgia georgiana gerald geraldine gerard gerardo gerben gerd gerda gerhard germain
    germaine gerrit gert gertrud gertrude gertrudis gezim ghada ghassan ghebre gheorghe gheorghita
    ghislain ghislaine ghulam gianni gica giel gies gijs gil gilbert gilberte gilles gillian gina ginette
    giovanni girma gisela gisele gita gitte giulia giuseppe gladys glenn gloire gloria godefroid godelieve
    godfried goedele goele gokhan goncalo gonul gonzalo gopal goran gordana gordon gottfried graca grace
    gracia graciela graham grazyna greet gregoire gregory greta grete griet grzegorz guadalupe gudrun
    guido guilhem guilherme guillaume guillermo guiseppe gul gulalai gulay gulcan gulden guled guler
    gulhan gulistan gulnaz gulsah gulsen gulsum gulten gunter gunther gurdeep gurpreet gursharan gust
    gustaaf gustav gustavo guust guy gwen gwenaelle gwenda gwendoline gwyneth haben habib habiba habibo
    habibullah hacer hadewych hadija hafida hafiz hafsa hagos haitham hajar hajdar hakan hakim hakima hala
    halil halima halime halimo halina halyna hamdi hamed hameed hamid hamida hamidullah hamish hamza hana
    hanan handan haneen hani hanife hanna hannah hanne hanneke hannelore hannes hans harald harbhajan
    hardeep haris harjit harold haroun harpreet harriet harry hartmut harun hasan hassan hatem hatice hava
    havva hawa hawar hawre haxhi hayat hayfa hazel heather hector hedwig heidi heike heiko heiner heinrich
    heinz hejar hekmat helder heleen helen helena helene helga helmut hendrik hendrika henk henning henri
    henriette henrique henryk herbert heribert herman hermann hermien hermine herminia hermon herve heval
    hiba hibo hicham hichem hidde hilal hilary hilda hilde hildegard hina hind hirut hoa hoda hodan holger
    holly homa honore horia horst hortense hosna hossein houda houria howard hozan hubert hugh hugo hugues
    huguette hulya humaira humberto huriye huseyin husnu hussam iacob ian iban ibrahim ibrahima ichrak ida
    ides idil idrissa ifeoma ifrah ignace ignacio igor ihab ihor ihsan ijaz ikechukwu ikram ikrame ilaria
    ilda ileana ilham ilhan ilias ilie ilir ilkay ilke ilker ilona ilse iman imane imke immaculee imogen
    imran inacia inas inci inderjit indira ines inge ingeborg ingmar ingo ingrid inmaculada inna inne
    innocent ioan ioana ion ionel ionela ionut iqbal irem irena irene irfan irina iris irma irmgard irving
    iryna isa isaac isabel isabella isabelle isaias isaline ishaan ishaq isidro isilda isla ismael ismail
    ismaila ismet isolde issa issam istahil istvan iulia iulian iuliana ivan ivana ivanna ivica ivo iwona
    iyad izabela jaak jaap jacek jacinta jack jackie jaco jacob jacoba jacqueline jacques jade jadranka
    jadwiga jagdish jaime jake jakub jalal jalila jamal james jamie jamila jan jana jane janet janice
    janina janne janneke jannes janusz jaouad jari jarne jaroslav jaroslaw jasbir jasmeet jasmien jasmijn
    jasmin jasmina jasmine jason jasper jaspreet jaswinder jatinder javed javid javier jayden jean jeanine
    jeanne jeannette jeannine jef jeffrey jehona jelena jelle jennifer jenny jens jente jeremie jeremy
    jeroen jerome jeronimo jerzy jesse jessica jessie jeton jette jettie jihane jill jimena jing jiyan jo
    joachim joan joana joanna joanne joao joaquim joaquin jocelyne jochem jochen jodie joel joelle joeri
    johan johanna johannes john johnny joke jolanda jolanta jolie jolien jolijn jonas jonathan joost joppe
    joran jordan jordy joren jorg jorge joris jorn jos jose josee josef josefa josefien josefina joseph
    josephe josephine josette joshua josiane josse josue jovan jovana joyce jozef jozefien juan juana
    judith judy jules julia juliaan julian juliana julie julien juliette julio junaid jurgen justin
    justine justyna jutta juul jyoti kaan kaat kaatje kacper kadiatou kadir kamal kamaljit kamel kamil
    kamila karan karel karen karim karima karin karine karl karlheinz karlien karol karolien karolina
    karsten karwan kashif kasper katarina katarzyna kate katelijne kateryna katharina katherine kathleen
    kathrin kathryn kathy katia katica katie katja katleen kato katrien katrijn katya kavita kawa kawtar
    kazimierz keith kelly kemal kenan kenneth kenny kenza kerim kerry kerstin kevin keziban khabat khadija
    khadra khaled khalid khalil khaoula khatera khurram kiana kibrom kidane kieran kim kimberley kimberly
    kinga kiran kirsten kirsty kishore klaartje klaas klara klaus kobe koen koenraad kofi konrad konstanze
    korkut korneel kostyantyn kreshnik kris krishna krista kristel kristien kristijan kristina kristine
    kristof krystian krystyna krzysztof kubra kuldeep kulwinder kurt kushtrim kwabena kwame kyle kyrylo
    labinot lacramioara ladan laetitia laila lailuma lakhwinder lakshmi laleh lamia lamine lana lander
    landry lara larisa lars lary larysa lata latifa laura laure lauren laurence laurens laurent laurentiu
    laurette laurien laurinda laurine lavinia lawin layla lea leah leandre lech leen leentje leila lejla
    leman lena lenka lennert lenny lenuta leo leon leonard leonie leonor leonora leontine leopold leslie
    lesya leszek letay leticia levent levi lewis leyla li lia liban licinio lidia lidiya lien lies liesbet
    liesbeth liese liesel lieselot lieselotte lieve lieven lieze lili lilian liliana liliane lillian lilly
    lina linda linde lindita lindsay line linh lionel liridon lirije lisa lise lisette lissa liubov
    liudmyla liv livia liviu ljiljana ljubica ljubomir lode loes loic lola lore loredana loren lorena
    lorenzo lorna lorraine lothar lotte lou louane loubna louis louisa louise lounes lourdes lovepreet
    lowie lubna luc luca lucas lucette lucia lucian lucie lucien lucienne lucinda lucrece lucy lucyna
    ludivine ludo ludovic ludwig luis luisa luk lukas lukasz luke lula luljeta lulzim luminita luna lurdes
    lut lutgard lutz luwam luz luzia lydia lydie lyna lynda lynn lyubov lyudmila lyudmyla maaike maarit
    maarten macarena machteld maciej madalin madalina maddy madeleine madelief madhu mado mae maelle
    maelys mafalda magali magda magdalena maged magomed maha mahad mahamadou mahesh mahmood mahmoud mahmut
    mahsa maihan maite maja majda majid maksym malak malcolm malek malgorzata maliha malik malika malin
    malou mamadou mame manal mandeep mandy manfred manish manjit manoj manon manou manpreet mansoor
    mansour manu manuel manuela manuella mara marc marcel marcela marceline marcella marcelle marcin marco
    marcos marcus mare marek maren margaret margarete margarida margarita margaux margit margo margot
    margriet marguerite marharyta maria mariam mariama mariame marian mariana mariane marianne mariano
    maribel maricica marie marieke mariel marielle marietta mariette mariia marija marijke marijn marika
    marilena marilyn marin marina marine marinela mario mariola marion mariska marisol marissa marita
    marius mariusz mariya marjan marjorie mark marko markus marleen marlene marlies marloes marta martha
    marthe martijn martim martin martina martine marwa mary maryam maryan maryna maryse marzia masooma
    masoud massoud matei mateo mateusz mathias mathieu mathilde mathis matilde matteo matthew matthias
    matthieu matthijs mattias maud maureen maurice mauricio maurits mauro max maxence maxim maxime
    maximilian may maya mayra maysa mbaye mechthild medhanie medina meena meera megan mehari mehdi mehmet
    mehret mehtap mehwish mei meike melanie melek melike melissa melody meltem meral mercedes merel
    merhawi meriem merita meron mersiha mert merve merveille meryam meryem mesut metin mevlut mia michael
    michaela michal michel michele micheline michelle mickael mieczyslaw mieke miel mien miet miguel
    mihaela mihai mike mikhail mil mila milagros milan mildred mile milena milica miljana milorad milos
    miloud mimoza mina mine minh mira mirabelle miranda mircea mireille mirela miriam mirjam mirjana mirko
    miroslaw mirsad mirsada mirte mirwais mirza mitica mizgin mladen mo moad modou mohamed mohammad
    mohammadreza mohammed mohamud mohan mohini mohit mohsin moise moises mojtaba molly mona monica monika
    monique montserrat morgan moriba moritz morteza mouad mouna mounia mounir mourad moussa mozhgan
    mubashir mudassar muge muhammad muhammed muhammet muhannad mujahid mukesh mukhtar mulu mulugeta muna
    murat muriel musa mustafa mustapha muzaffer mykhailo mykola myriam myroslava nabeela nabil nabila nada
    nadeem nadege nadia nadine nadir nadiya nadja naeem nagihan naila naim naima najat najib najibullah
    najla najma nalin nana nancy nand nandini nanou naomi naomie narcisa naresh narin narjis nasim nasir
    nasra nasreen nasrin nasser nassim nassima natacha natalia natalie nataliia nataliya natalya natasha
    natasja nathalie nathan nathanael natividad natnael navdeep naveed navid nawal nawel nazan nazanin
    nazar nazia nazli ndeye nebojsa necati necla nedzad neha neil nele nelle nelly nelson nelu nena nenad
    nermin nermina neslihan nesrin nesrine nestor nette nevin newroz nexhmije nezha ngozi nguyen nicholas
    nick nicky nico nicola nicolae nicolas nicole nicoleta nicusor nidal niels nigel nighat nihad nihal
    nihat nikhil nikita nikola nikolai nikolaos nilgun nilofar nils nilufar nimo nina ninon nirmal nisha
    nisrine nitin nkechi noa noah noe noel noelia noella noelle noemie noha noman noor noorullah nora
    norah norbert nordin noreddine noreen norman nour noura nourdin noureddine novica nsimba nuha nuno
    nuray nurcan nurgul nurhan nuri nuria nuriye nursel oana obinna oceane octavian octavio odete odette odiel
    odile ognjen oguzhan okan oksana oktay olaf oleg oleh oleksandr oleksandra oleksii oleksiy olena olga
    olha olinda olive oliver olivia olivier oluwaseun omaima omar omayma omer ona onur oona ophelie orest
    orhan orlando osama oscar oskar osman othmane otilia otto ouafa oumaima oumar oumou oumy ousmane
    ovidiu owen ozan ozge ozgur ozlem pablo pacifique paco palmira paloma pamela paola papy parisa
    parminder parveen parwin pascal pascale pascaline pashtana pat patience patrice patricia patrick
    patrik patrycja patryk paul paula paule paulette paulien paulina pauline paulo pavel pavlo pawel payam
    pedro peggy pelin penelope perihan perrine petar peter petr petra petre petrica petro petronela
    petronella petru peyman philip philippe phoebe pia pierre pierrette piet pieter pieterjan pilar pinar
    piotr pleun pol polina polly pooja poonam poppy prakash pramod prashant precious predrag preeti
    princesse prisca priscille priya promesse prosper przemyslaw puja qais qasim qendrim quentin quinten
    quiteria rabia rachel rachid rachida rade radia radmila radoslaw radu raf rafael rafaela rafal rafik
    rafiq raghad rahel rahim rahimullah rahma rahul rainer raisa raj raja rajan rajesh rajinder rakesh
    ralf ralph raluca ram ramadan raman ramatoulaye ramazan ramesh ramin ramon ramona ramzi rana rani
    rania ranjit ranko raouf raoul raphael raphaelle raquel rasha rashid rashmi ratko raul ravi rayan
    raymond raymonde razia razvan rebecca rebekka rebwar recep redouan reece reem reena regina reginald
    regine regis rehana reiner reinhard reinhilde reinhold reinout rekha remco remedios remi remus remy
    remzije rena renaat renas renata renate rene renee renilde rens renske renzo resul reyhan reza rezan
    rhys ria riaz ricardo richard riet rik rika rim rinor rita ritu riyad rizwan rkia rob robbe robby
    robel robert roberta roberto robin robina robrecht rocco rocio rodica rodolphe rodrigo roel roeland
    rogelio roger rogerio rohan rohat rohit rojan rojda rojhat rojin rokia roland rolande rolf romain
    roman romane romy ronahi ronak ronald ronja ronny roos rosa rosalie rosalina rosalinde rosanne rosario
    roselien rosemarie rosemary rosine rosita ross rostyslav roswitha rowena roxana roxane roy roya roza
    ruben rubina rudi rudiger rudolf rudy rui rukhsana rukiye runak rune ruslan ruslana russell rut ruth
    ruud ruveyda ryan ryszard saad saadet saadia saba sabah saber sabina sabine sabir sabri sabrina sacha
    sadaf sadia sadik sadiq saeed safa safae safet safia safiya sagal sahar sahra said saida saima sajid
    sajjad sakine salah salam saleem saleh salem salif salih saliha salim salima sally salma salome
    salvador salvatore salwa sam samantha samatar samba samet sami samia samim samina samir samira
    samrawit samuel samuela sana sanae sanda sandeep sander sandra sandrina sandrine sanela sanjay sanjeev
    sanne santiago santosh sara sarah sarbast sardar sarita sasa saskia satish satnam saul savita sawsan
    sayed sead sean sebastiaan sebastian sebastien seda sedat sediqa seema sefa sefer sekou selahattin
    selam selcuk selda selena selim selin selma selvije semhar semra senait senay senne sephora seppe
    serafim serap serbest serdar serge sergei sergey sergio serhat serhii serhiy serkan serpil sevda
    sevdije severine sevgi sevil sevim sevinc seyda seydou shabana shabbir shabnam shafiq shagufta shahid
    shahida shahnaz shaima shaip shakeel shamim shamso shana shane shannon shanti sharif sharmarke
    sharmila sharon shazia sheila shekiba sheraz sherif sherwan sherzad shilan shirin shirley shirwan shiv
    shivan shkelzen shpend shpresa shreya shukrije sibel sidonie sidy siebe siegfried sien sies sigrid
    siham sihem silke silvana silverio silvia silviu sima simao simon simona simone sinan sira sirine
    sirwan sita siyabend sjoerd skender sladjana slavica slawomir slobodan smiljana snezana sobia sofia
    sofie sofiia sohail sohaila soheil soheila sohrab solange soledad solene solomiya songul sonia sonja
    sophia sophie soran soraya soren sorin sorina souad soufiane soukaina souleymane soumaya sozdar
    spencer srdjan stacey staf stan stanislas stanislav stanislaw stanley stef stefaan stefan stefania
    stefanie stefano steffen steffi stella stepan stephan stephane stephanie stephen stevan steve steven
    stewart stien stijn stuart suada suat sucdi sudha suhail sukhdev sukran sukru suleyman sultan suman
    sumeyye sunil sunita suresh surinder susan susana susanne sushma suzan suzanna suzanne suzette suzy
    sven svenja svetlana svitlana swati sybille sylvain sylvestre sylvia sylvie sylwia szymon tadeusz taha
    tahar tahir tahira tahmina talat tamara tamer taner tanguy tania tanja tanveer tanvi tanzeela tara
    taras tarek tarik tariq tasneem tatiana tatjana tatyana tayfun tayyab tehmina tekle telma tendai teo
    teodor terence teresa terese tesfay tesfaye tess tessa tetiana tetyana teun teuta thais thami theo
    theodoor theodore theophile theresa therese thi thibault thibaut thierry thijs thomas thor thorsten
    tiago tibo tidiane tiemen tigist tihomir tijl tijs til tim timon timothee timothy timur tina tine
    tineke tinne titia tobias toby tolga tom tomas tomasz toni tony toon tore torsten toussaint tracey
    tracy traudel trees tresor trevor trinidad tristan trui tsega tudor tugba tulay tuncay tunde turan
    turgut turkan tuur twan tygo ubaid uchenna udo ufuk ugo ugur ulla ulrich ulrike ulysse uma umair umit
    umran umut unal urbain ursula urszula uschi usha usman uta ute uwe vadim vadym valbona valdemar
    valdete valentin valentina valentine valentyna valeria valerie valeriy valeriya valmir valon valter
    vanesa vanessa varun vasco vasile vasilica vasyl vedad veena veerle veli velibor vera verena veronica
    veronika veronique vesna vianney vic vicente vicky victoire victor victoria victorine vijay vikas
    vikram viktor viktoria viktoriia viktoriya vincent vincente vinciane vinod violaine violeta violette
    viorel viorica virgil virgilio virginia virginie vishal vitalii vitaliy vitor vitoria vivian viviane
    vivien viyan vjosa vlad vladan vladimir vojislav vojtech volkan volker volodymyr vural vyacheslav wael
    wafa waheed wahid wahidullah wais waldemar walid walter waltraud wanda wannes waqar ward warda warner
    warre warsame waseem wassim wayne wei wendy werner weronika wesley wided wiebe wiebke wies wiesje
    wieslaw wieslawa wiets wiktor wiktoria wilfried wilhelm wiliam willem willemijn william willy wilma
    wim winde winifred winta witold wivina wladyslaw wlodzimierz wojciech wolfgang wolfram wout wouter
    xander xavier xezal xhemile xhevdet ximena xin yacine yahya yama yan yana yanis yann yannick yara
    yaroslav yasar yasemin yasin yasir yasmeen yasmiin yasmin yasmina yasmine yassin yassine yassir yavuz
    yaw yaya yazan yelena yeliz yemane yente yentl yesim yevhen ylenia ylli yoann yodit yogesh yohannes
    yolanda yolande yonas yoran youcef younas younes youness youri yousaf yousra youssef youssra yulia
    yuliia yuliya yunus yuri yurii yuriy yusra yusuf yves yvette yvon yvonne zabihullah zabiullah zacharie
    zachary zafar zafer zaheer zahia zahid zahida zahir zahra zainab zakaria zakariya zaki zamzam zana
    zara zarghuna zarmina zaynab zayneb zbigniew zdravko zdzislaw zeeshan zehra zeinab zeineb zekeriya
    zeki zelia zelie zeliha zeljka zeljko zenel zenon zerai zeynep zhanna ziad zied zilan zineb zinedine
    zita ziya zlata zlatko zoe zofia zohal zohra zoltan zora zoran zorica zoubida zouhair zoya zozan
    zsofia zubair zubeyde zuhal zuleyha zurab zuzana zuzanna zvonimir zygmunt
    """.split()
)
